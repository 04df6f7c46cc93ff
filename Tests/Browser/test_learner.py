"""A learner, with and without JavaScript."""

import re

import pytest
from conftest import accessible, sign_in_learner

FIRST = "/cursussen/digid/wat-is-digid"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_learner_starts_stops_and_resumes(site, person, scripts):
    page = person(site, scripts)
    page.goto("/")
    page.get_by_role("link", name="DigiD", exact=True).click()
    page.get_by_role("link", name="Begin met de cursus").click()
    page.get_by_role("link", name="Begin met de les").click()
    first = page.url
    page.get_by_role("button", name="Volgende").click()
    second = page.url
    assert second != first
    page.goto("/")
    page.get_by_role("link", name=re.compile("Ga verder met")).click()
    assert page.url == second


@pytest.mark.parametrize("scripts", [True, False])
def test_a_wrong_answer_is_explained_and_a_right_one_praised(site, person, scripts):
    page = person(site, scripts)
    page.goto(f"{FIRST}/waarom")
    page.get_by_label("Om iets te betalen").check()
    page.get_by_role("button", name="Kijk na").click()
    assert "Betalen doe je bij je bank" in page.inner_text("main")
    page.get_by_label("Om op internet te laten zien wie je bent").check()
    page.get_by_role("button", name="Kijk opnieuw na").click()
    assert "Goed zo!" in page.inner_text("main")


def test_the_two_sides_to_match_say_what_they_are(site, person):
    page = person(site, width=360)
    page.goto(f"{FIRST}/woorden")
    for heading in ("Woord", "Wat is het?"):
        assert page.locator(".pairs").get_by_text(heading, exact=True).first.is_visible()
    for word in ("Activeringscode", "Sms-code", "Pincode", "Koppelcode"):
        assert page.get_by_role("combobox", name=f"Woord {word} Wat is het?", exact=True).count() == 1
    accessible(page)
    page.goto("/afdrukken/digid/wat-is-digid")
    assert page.locator(".handout-question strong").get_by_text("Wat is het?").is_visible()


def test_an_empty_question_comes_back_with_a_summary(site, person):
    page = person(site)
    page.goto(f"{FIRST}/waarom")
    page.get_by_role("button", name="Kijk na").click()
    assert page.title().startswith("Fout:")
    assert page.evaluate("document.activeElement.id") == "fouten"
    accessible(page)


def test_every_step_of_the_first_course_is_accessible(site, person):
    page = person(site)
    page.goto("/cursussen/digid")
    lessons = page.locator("ol.lessons a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert len(lessons) >= 4
    for lesson in lessons:
        page.goto(lesson)
        accessible(page)
        page.get_by_role("link", name="Begin met de les").click()
        while page.url.find("/afgerond/") < 0:
            accessible(page)
            page.locator("form.onward button").click()
        accessible(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_practice_helps_after_a_mistake_and_ends_well(site, person, scripts):
    page = person(site, scripts)
    page.goto("/oefeningen/digid/inloggen")
    assert "Dit is oefenen" in page.inner_text("main")
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_label("Gebruikersnaam").fill("fyilmaz58")
    page.get_by_label("Wachtwoord").fill("tulp")
    page.get_by_role("button", name="Verder").click()
    assert page.title().startswith("Fout:")
    assert "Let op de hoofdletters" in page.inner_text(".field-wrong")
    assert page.get_by_label("Wachtwoord").input_value() == ""
    if scripts:
        accessible(page)
    page.get_by_label("Wachtwoord").fill("Tulp-Fiets-27")
    page.get_by_role("button", name="Verder").click()
    page.get_by_label("Sms-code").fill("482913")
    page.get_by_role("button", name="Inloggen").click()
    assert "Log in" in page.inner_text(".tasks li:has-text('☑')")
    page.go_back()
    assert page.get_by_label("Sms-code").is_visible()


def test_what_was_typed_in_a_practice_is_kept_nowhere(site, person):
    page = person(site)
    page.goto("/oefeningen/digid/inloggen/inloggen")
    page.get_by_label("Gebruikersnaam").fill("zeepaardje-4711")
    page.get_by_label("Wachtwoord").fill("geheimzinnig-0815")
    page.get_by_role("button", name="Verder").click()
    assert page.title().startswith("Fout:")
    for file in site.database.parent.iterdir():
        kept = file.read_bytes()
        assert b"zeepaardje-4711" not in kept and b"geheimzinnig-0815" not in kept, file


def test_a_number_that_could_be_real_is_refused_kindly(site, person):
    page = person(site)
    page.goto("/oefeningen/digid/inloggen/inloggen")
    page.get_by_label("Gebruikersnaam").fill("123456782")
    page.get_by_label("Wachtwoord").fill("x")
    page.get_by_role("button", name="Verder").click()
    assert "echt burgerservicenummer" in page.inner_text("main")
    assert page.get_by_label("Gebruikersnaam").input_value() == ""


def test_a_name_and_three_words_go_on_at_another_computer(site, person):
    here = person(site)
    here.goto(f"{FIRST}/waarom")
    here.get_by_role("button", name="Volgende").click()
    second = here.url
    here.get_by_role("button", name="Klaar? Uitloggen").click()
    here.get_by_role("link", name="Ja, ik kies een naam").click()
    accessible(here)
    here.get_by_label("Hoe wil je heten?").fill("Jannie")
    here.get_by_role("button", name="Geef mij drie woorden").click()
    accessible(here)
    name, words = here.locator(".login-card dd").all_inner_texts()
    assert len(words.split()) == 3
    here.get_by_role("button", name="Klaar? Uitloggen").click()
    assert here.url.endswith("/uitgelogd")

    there = person(site, scripts=False)
    sign_in_learner(there, name, words)
    there.goto("/")
    there.get_by_role("link", name=re.compile("Ga verder met")).click()
    assert there.url == second


def test_a_lesson_can_be_done_with_the_keyboard_alone(site, person):
    page = person(site)
    page.goto(f"{FIRST}/waarom")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('form.onward') && document.activeElement.tagName") == "BUTTON":
            break
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/waarom"))


def test_a_hard_word_is_explained_in_place(site, person):
    page = person(site)
    page.goto(f"{FIRST}/waarom")
    page.locator("button.term").first.click()
    assert page.locator(".term-explanation:popover-open").is_visible()
    accessible(page)


def test_the_site_speaks_english_too(site, person):
    page = person(site, scripts=False)
    page.goto(FIRST)
    page.get_by_role("button", name="English").click()
    assert page.url.endswith(FIRST)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("link", name="Start the lesson").is_visible()


def test_nothing_is_lost_when_text_is_twice_as_large(site, person):
    page = person(site, width=1280)
    for path in ("/", f"{FIRST}/waarom", "/oefeningen/digid/inloggen", "/inloggen"):
        page.goto(path)
        page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280
        for button in page.get_by_role("button").all():
            if button.is_visible():
                assert button.evaluate("b => b.scrollWidth <= b.clientWidth + 1"), button.inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_searching_forgives_forms_and_mistakes(site, person, scripts):
    page = person(site, scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Zoeken").click()
    page.get_by_label("Wat zoek je?").fill("gemachtigd")
    page.get_by_role("button", name="Zoek", exact=True).click()
    assert "machtig" in page.inner_text(".cards").lower()
    page.get_by_label("Wat zoek je?").fill("aanvragne <b>")
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.locator(".cards").get_by_role("link", name="DigiD aanvragen").first.click()
    assert page.url.endswith("/cursussen/digid/digid-aanvragen")
    page.goto("/zoeken?q=xyzxyz")
    assert "We vonden niets" in page.inner_text("main")
    if scripts:
        accessible(page)
