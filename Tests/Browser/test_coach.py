"""A coach with a group."""

import subprocess

from conftest import accessible, sign_in_learner, sign_in_staff


def test_a_coach_makes_a_group_and_sees_who_is_stuck(demo, person, tmp_path):
    coach = person(demo)
    sign_in_staff(coach, demo, "carla")
    coach.get_by_role("link", name="Groepen").click()
    coach.get_by_label("Naam van de groep").fill("Dinsdagmiddag")
    coach.get_by_role("button", name="Maak de groep").click()
    group = coach.url
    accessible(coach)
    coach.get_by_label("Naam van de cursist").fill("Wim")
    coach.get_by_role("button", name="Maak een kaartje").click()
    accessible(coach)
    name, words = coach.locator(".login-card dd").all_inner_texts()
    picture = tmp_path / "card.png"
    coach.locator(".qr-code").screenshot(path=picture)
    read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True)
    assert read.stdout.strip() == f"{demo.address}/inloggen?naam={name}"

    learner = person(demo, scripts=False)
    learner.goto(read.stdout.strip())
    assert learner.get_by_label("Naam").input_value() == name
    sign_in_learner(learner, name, words)
    learner.goto("/cursussen/digid/wat-is-digid/waarom")
    for _ in range(3):
        learner.get_by_label("Om iets te betalen").check()
        learner.get_by_role("button", name="Kijk").click()

    coach.goto(group)
    assert "wil hulp" in coach.get_by_role("row", name="Wim").inner_text()
    accessible(coach)
    coach.get_by_role("link", name="Wim").click()
    assert coach.get_by_text("Om iets te betalen").count() == 3
    accessible(coach)
    coach.get_by_role("button", name="Ik heb geholpen").click()
    coach.goto(group)
    assert "bezig" in coach.get_by_role("row", name="Wim").inner_text()


def test_the_demonstration_shows_twelve_learners_at_different_points(demo, person):
    coach = person(demo)
    sign_in_staff(coach, demo, "carla")
    coach.goto("/groepen")
    coach.get_by_role("link", name="Maandagochtend").click()
    assert coach.locator("tbody tr").count() == 12
    text = coach.inner_text("table")
    for state in ("niet begonnen", "bezig", "wil hulp", "klaar"):
        assert state in text


def test_a_group_of_others_is_not_found(demo, person):
    coach = person(demo)
    sign_in_staff(coach, demo, "carla")
    coach.goto("/groepen")
    group = coach.locator(".cards a").first.get_attribute("href")
    helper = person(demo)
    sign_in_staff(helper, demo, "bram")
    assert helper.goto(group).status == 404
    stranger = person(demo)
    stranger.goto(group)
    assert "/inloggen/medewerker" in stranger.url
