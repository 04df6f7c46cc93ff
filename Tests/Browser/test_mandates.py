"""Citizen, helper and coordinator, each in a window of their own, without JavaScript for the citizen."""

from conftest import accessible, sign_in_learner, sign_in_staff


def test_from_a_question_to_a_mandate_that_was_stopped(demo, person):
    citizen = person(demo, scripts=False)
    sign_in_learner(citizen, "henk", "boot kaas lamp")
    citizen.get_by_role("link", name="Hulp vragen").click()
    citizen.get_by_role("link", name="Afspraak").first.click()
    citizen.get_by_label("Wil je er iets bij vertellen?").fill("Mijn nummer is 123456782")
    citizen.get_by_role("button", name="Stuur mijn vraag").click()
    assert "burgerservicenummer" in citizen.inner_text(".error-summary")
    assert "123456782" not in citizen.content()
    citizen.get_by_label("Wil je er iets bij vertellen?").fill("Ik wil mijn paspoort vernieuwen.")
    citizen.get_by_role("button", name="Stuur mijn vraag").click()
    assert "We zoeken een helper" in citizen.inner_text("main")

    coordinator = person(demo)
    sign_in_staff(coordinator, demo, "karim")
    coordinator.get_by_role("link", name="Vragen om hulp").click()
    accessible(coordinator)
    coordinator.get_by_role("button", name="Vraag deze helper").click()
    assert "Bram is gevraagd" in coordinator.inner_text("main")

    helper = person(demo)
    sign_in_staff(helper, demo, "bram")
    helper.get_by_role("link", name="Helpen").click()
    accessible(helper)
    helper.get_by_role("button", name="Ja, ik help").click()
    mandate = helper.url
    accessible(helper)

    citizen.goto("/hulp")
    citizen.locator("main .card a").first.click()
    assert citizen.url == mandate
    assert "GEEN" in citizen.inner_text("main").upper()
    citizen.get_by_label("Drie woorden").fill("fout fout fout")
    citizen.get_by_role("button", name="Ja, ik ben het ermee eens").click()
    assert "kloppen niet" in citizen.inner_text(".error-summary")
    citizen.get_by_label("Drie woorden").fill("boot kaas lamp")
    citizen.get_by_role("button", name="Ja, ik ben het ermee eens").click()
    assert "geldt nu" in citizen.inner_text("main")

    helper.goto(mandate)
    accessible(helper)
    helper.get_by_label("Hoeveel minuten?").fill("20")
    helper.get_by_label("Wat is het resultaat?").fill("De afspraak is gemaakt.")
    helper.get_by_role("button", name="Bewaar").click()
    helper.get_by_label("Hoeveel minuten?").fill("20")
    helper.get_by_label("Wat is het resultaat?").fill("Geld overgemaakt.")
    helper.evaluate("document.querySelector('#handeling option').value = 'geld-overmaken'")
    helper.get_by_role("button", name="Bewaar").click()
    assert "staat niet in de machtiging" in helper.inner_text(".error-summary")

    citizen.reload()
    assert "De afspraak is gemaakt." in citizen.inner_text(".acts")
    assert "Geld overgemaakt" not in citizen.inner_text("main")
    citizen.get_by_role("button", name="Stop deze machtiging").click()
    assert "Gestopt" in citizen.inner_text(".mandate-state")

    helper.get_by_label("Wat is het resultaat?").fill("Nog iets.")
    helper.get_by_role("button", name="Bewaar").click()
    assert "is gestopt" in helper.inner_text(".error-summary")
    helper.goto(mandate)
    assert helper.get_by_role("button", name="Bewaar").count() == 0

    citizen.goto("/wie-deed-wat")
    log = citizen.inner_text("main")
    assert "Bram (helper) deed iets voor jou" in log and "dat mocht niet" in log and "Jij stopte de machtiging" in log


def test_the_citizens_pages_are_accessible(demo, person):
    citizen = person(demo)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    for path in ("/hulp", "/hulp/toeslagen", "/wie-deed-wat"):
        citizen.goto(path)
        accessible(citizen)
    citizen.goto("/hulp")
    citizen.locator("main .card a").first.click()
    assert "geldt nu" in citizen.inner_text("main")
    accessible(citizen)


def test_a_mandate_of_others_is_not_found(demo, person):
    citizen = person(demo)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    citizen.goto("/hulp")
    mandate = citizen.locator("main .card a").first.get_attribute("href")
    other = person(demo)
    sign_in_learner(other, "ria", "stoel appel zee")
    assert other.goto(mandate).status == 404
    for path in ("/helper", "/coordinatie", "/groepen", "/beheer/medewerkers"):
        assert other.goto(path).status == 404
    stranger = person(demo)
    stranger.goto(mandate)
    assert "/inloggen" in stranger.url
