"""Citizen, helper and coordinator, each in a window of their own, with and without JavaScript."""

import re

import pytest
from conftest import accessible, sign_in_learner, sign_in_staff


def card(page, name):
    """The card about somebody."""
    return page.locator(".card", has_text=name).first


@pytest.mark.parametrize("scripts, citizen_name, words", [
    (False, "Henk", "boot kaas lamp"), (True, "Joop", "molen soep jas"),
])
def test_from_a_question_to_a_mandate_that_was_stopped(demo, person, scripts, citizen_name, words):
    citizen, coordinator, helper = (person(demo, scripts=scripts) for _ in range(3))
    sign_in_learner(citizen, citizen_name, words)
    sign_in_staff(coordinator, demo, "karim")
    sign_in_staff(helper, demo, "bram")

    # The citizen asks.
    citizen.get_by_role("link", name="Hulp vragen").click()
    citizen.get_by_role("link", name="Een afspraak maken bij de gemeente").click()
    story = citizen.get_by_label("Wil je er iets bij vertellen?")
    for secret, said in [("Mijn nummer is 123456782", "burgerservicenummer"), ("De code is 482913", "code"),
                         ("Mijn wachtwoord: zomer2026", "wachtwoord")]:
        story.fill(secret)
        citizen.get_by_role("button", name="Stuur mijn vraag").click()
        assert said in citizen.inner_text(".error-summary")
        assert secret not in citizen.content()
    story.fill("Ik wil mijn paspoort vernieuwen.")
    citizen.get_by_label("Aan de telefoon").check()
    citizen.get_by_label("In de ochtend").check()
    citizen.get_by_role("button", name="Stuur mijn vraag").click()
    assert "We zoeken een helper" in citizen.inner_text("main")

    # The coordinator sees who suits, and why.
    coordinator.goto("/coordinatie")
    accessible_with(scripts, coordinator)
    card(coordinator, citizen_name).get_by_role("link", name="Zoek een helper").click()
    accessible_with(scripts, coordinator)
    bram = card(coordinator, "Bram").inner_text()
    for reason in ("Kan hiermee helpen", "Spreekt deze taal", "Kan op deze plek", "Heeft dan tijd", "van 5"):
        assert reason in bram
    coordinator.get_by_role("button", name="Vraag Bram").click()
    assert "Bram is gevraagd" in card(coordinator, citizen_name).inner_text()

    # The helper says yes, and so does the citizen.
    helper.goto("/helper")
    accessible_with(scripts, helper)
    card(helper, citizen_name).get_by_role("button", name="Ja, ik help").click()
    citizen.goto("/berichten")
    accessible_with(scripts, citizen)
    assert "Bram wil je helpen" in citizen.inner_text("main")
    citizen.get_by_role("button", name="Ja, dat is goed").click()

    # The helper offers, and the citizen agrees with three words and a declaration.
    helper.goto("/helper")
    offer = card(helper, f"{citizen_name} wil graag")
    assert offer.get_by_label("1 jaar").count() == 0
    offer.get_by_label("1 maand").check()
    offer.get_by_label("Samen met jou bellen met de gemeente").uncheck()
    accessible_with(scripts, helper)
    offer.get_by_role("button", name="Stuur deze afspraak").click()
    mandate = helper.url
    accessible_with(scripts, helper)
    citizen.goto("/berichten")
    citizen.get_by_role("link", name="Bekijk de afspraak").click()
    assert citizen.url == mandate
    accessible_with(scripts, citizen)
    assert "geen toegang" in citizen.inner_text("main").lower()
    agree = citizen.get_by_role("button", name="Ja, ik ben het ermee eens")
    citizen.get_by_label("Drie woorden").fill("fout fout fout")
    agree.click()
    assert "kloppen niet" in citizen.inner_text(".error-summary")
    citizen.get_by_label("Drie woorden").fill(words)
    agree.click()
    assert "ik beslis zelf" in citizen.inner_text(".error-summary").lower()
    citizen.get_by_label("Ik beslis zelf").check()
    citizen.get_by_label("Drie woorden").fill(words)
    agree.click()
    assert "geldt nu" in citizen.inner_text(".mandate-state")

    # The helper writes down what was done; what is not in the scope is refused.
    record(helper, mandate, "De afspraak is gemaakt.")
    accessible_with(scripts, helper)
    answer = helper.request.post(
        mandate + "/handelingen", headers={"Sec-Fetch-Site": "same-origin"},
        form={"handeling": "bellen", "datum": "2026-01-01", "minuten": "5", "resultaat": "Gebeld."})
    assert answer.status == 422 and "staat niet in de machtiging" in answer.text()
    record(helper, mandate, "Mijn code is 482913.")
    assert "lijkt" in helper.inner_text(".error-summary")

    # The citizen is asked of each act whether it is right.
    citizen.goto("/berichten")
    assert "De afspraak is gemaakt." in citizen.inner_text("main")
    accessible_with(scripts, citizen)
    citizen.get_by_role("button", name="Ja, dit klopt").click()
    assert "Er zijn nu geen berichten" in citizen.inner_text("main")
    record(helper, mandate, "Nog iets gedaan.")
    citizen.goto("/berichten")
    citizen.get_by_role("button", name="Nee, dit klopt niet").click()
    citizen.goto(mandate)
    assert "staat even stil" in citizen.inner_text(".mandate-state")
    helper.goto(mandate)
    assert helper.get_by_role("button", name="Bewaar").count() == 0

    # The coordinator is called, looks, and lets it go on.
    coordinator.goto("/coordinatie")
    assert citizen_name in coordinator.inner_text(".callout-warning")
    coordinator.locator(".callout-warning .card", has_text=citizen_name).get_by_role("link").click()
    accessible_with(scripts, coordinator)
    coordinator.get_by_role("button", name="Laat de machtiging weer gelden").click()
    assert "geldt nu" in coordinator.inner_text(".mandate-state")

    # The citizen takes back one act, and then everything.
    citizen.goto(mandate)
    citizen.get_by_text("Een deel stoppen").click()
    citizen.get_by_role("button", name="Stop: De website").click()
    assert "dit mag niet meer" in citizen.inner_text("main")
    helper.goto(mandate)
    citizen.get_by_role("button", name="Stop deze machtiging").click()
    assert "Gestopt" in citizen.inner_text(".mandate-state")
    fill_in(helper, "Nog iets.")
    assert "is gestopt" in helper.inner_text(".error-summary")
    citizen.get_by_role("link", name="Bewijs dat dit is gestopt").click()
    accessible_with(scripts, citizen)
    assert "mag Bram niets meer doen" in citizen.inner_text("main")
    assert re.search(r"[0-9a-f]{64}", citizen.inner_text("main"))

    citizen.goto("/wie-deed-wat")
    log = citizen.inner_text("main")
    assert "Bram (helper) deed iets voor jou" in log and "dit lukte niet" in log and "Jij stopte de machtiging" in log


def accessible_with(scripts, page):
    """Axe needs JavaScript to look."""
    if scripts:
        accessible(page)


def record(helper, mandate, result):
    helper.goto(mandate)
    fill_in(helper, result)


def fill_in(helper, result):
    helper.get_by_label("Hoeveel minuten?").fill("20")
    helper.get_by_label("Wat is het resultaat?").fill(result)
    helper.get_by_role("button", name="Bewaar").click()


def test_money_is_confirmed_signed_on_paper_and_stopped_by_phone(demo, person):
    coach, coordinator, helper = person(demo), person(demo), person(demo)
    sign_in_staff(coach, demo, "carla")
    sign_in_staff(coordinator, demo, "karim")
    sign_in_staff(helper, demo, "bram")

    coach.get_by_role("link", name="Balie").click()
    coach.get_by_label("Naam op het kaartje").fill("niemand")
    coach.get_by_role("button", name="Zoek").click()
    assert "We vinden niemand" in coach.inner_text(".error-summary")
    accessible(coach)
    coach.get_by_label("Naam op het kaartje").fill("samira")
    coach.get_by_role("button", name="Zoek").click()
    accessible(coach)
    coach.get_by_label("Toeslagen aanvragen").check()
    coach.get_by_role("button", name="Stuur mijn vraag").click()
    visit = coach.url

    coordinator.goto("/coordinatie")
    card(coordinator, "Samira").get_by_role("link", name="Zoek een helper").click()
    coordinator.get_by_role("button", name="Vraag Bram").click()
    helper.goto("/helper")
    card(helper, "Samira").get_by_role("button", name="Ja, ik help").click()
    citizen = person(demo, scripts=False)
    sign_in_learner(citizen, "samira", "maan peer trein")
    citizen.goto("/hulp")
    citizen.get_by_role("button", name="Ja, dat is goed").click()
    helper.goto("/helper")
    assert "Dit gaat over geld" in card(helper, "Samira").inner_text()
    card(helper, "Samira").get_by_role("button", name="Stuur deze afspraak").click()
    mandate = helper.url

    citizen.goto(mandate)
    assert "Wacht op de coördinator" in citizen.inner_text(".mandate-state")
    assert citizen.get_by_label("Drie woorden").count() == 0
    coordinator.goto("/coordinatie")
    coordinator.locator(".callout-warning .card", has_text="Samira").get_by_role("link").click()
    coordinator.get_by_role("button", name="Dit is goed").click()

    coach.goto(visit)
    card(coach, "Samira").get_by_role("link").click()
    assert coach.url == mandate
    coach.get_by_role("link", name="Op papier").click()
    accessible(coach)
    assert "Handtekening" in coach.inner_text("main")
    coach.goto(mandate)
    accessible(coach)
    coach.get_by_label("Ik heb de persoon gezien").check()
    coach.get_by_role("button", name="Bewaar het ja op papier").click()
    assert "beide vinkjes" in coach.inner_text(".error-summary")
    coach.get_by_label("De curator, bewindvoerder of mentor tekende").check()
    coach.get_by_label("Ik heb de persoon gezien").check()
    coach.get_by_label("Ik heb het papier met de handtekening gezien").check()
    coach.get_by_role("button", name="Bewaar het ja op papier").click()
    assert "geldt nu" in coach.inner_text(".mandate-state")
    assert "mentor tekende" in coach.inner_text("main")
    assert "Wat de helper heeft gedaan" not in coach.inner_text("main")

    coach.get_by_text("Stoppen: de persoon belt").click()
    coach.locator("details[open]").get_by_role("button", name="Stop deze machtiging").click()
    assert "aan de telefoon" in coach.inner_text("main")
    citizen.goto("/wie-deed-wat")
    assert "Carla (coach) bekeek jouw vragen en machtigingen" in citizen.inner_text("main")


def test_a_helper_gets_everything_in_order(demo, person):
    helper = person(demo)
    sign_in_staff(helper, demo, "bram")
    helper.goto("/helper")
    assert "Alles is in orde" in helper.inner_text("main")
    helper.get_by_role("link", name="Wat ik als helper kan").click()
    accessible(helper)
    helper.get_by_label("Arabisch").check()
    helper.get_by_role("button", name="Bewaar").click()
    helper.goto("/helper/gegevens")
    assert helper.get_by_label("Arabisch").is_checked()
    helper.goto("/helper/voorwaarden")
    accessible(helper)
    helper.get_by_role("button", name="Ik houd me hieraan").click()
    coordinator = person(demo)
    sign_in_staff(coordinator, demo, "karim")
    coordinator.goto("/coordinatie/helpers")
    accessible(coordinator)
    coordinator.get_by_label("Datum op de VOG").fill("2099-01-01")
    coordinator.locator(".card").get_by_role("button", name="Bewaar").click()
    assert "niet in de toekomst" in coordinator.inner_text(".error-summary")
    accessible(coordinator)
    coordinator.get_by_label("Datum op de VOG").fill("2026-03-01")
    coordinator.locator(".card").get_by_role("button", name="Bewaar").click()
    assert "Alles is in orde" in coordinator.inner_text(".card")


def test_the_citizens_pages_are_accessible(demo, person):
    citizen = person(demo)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    for path in ("/hulp", "/hulp/toeslagen", "/berichten", "/wie-deed-wat"):
        citizen.goto(path)
        accessible(citizen)
    citizen.goto("/hulp")
    citizen.locator("main .card a").first.click()
    assert "geldt nu" in citizen.inner_text("main")
    accessible(citizen)
    citizen.goto(citizen.url + "/papier")
    accessible(citizen)


def test_a_mandate_of_others_is_not_found(demo, person):
    citizen = person(demo)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    citizen.goto("/hulp")
    mandate = citizen.locator("main .card a").first.get_attribute("href")
    other = person(demo)
    sign_in_learner(other, "ria", "stoel appel zee")
    for path in (mandate, mandate + "/papier", mandate + "/bewijs"):
        assert other.goto(path).status == 404
    for path in ("/helper", "/coordinatie", "/groepen", "/beheer/medewerkers", "/balie", "/coordinatie/helpers"):
        assert other.goto(path).status == 404
    stranger = person(demo)
    stranger.goto(mandate)
    assert "/inloggen" in stranger.url


@pytest.mark.parametrize("scripts", [False, True])
def test_by_picture_to_the_mandate_of_an_organisation(demo, person, scripts):
    citizen = person(demo, scripts=scripts, width=360)
    sign_in_learner(citizen, "ria", "stoel appel zee")
    citizen.goto("/hulp")
    citizen.locator(".card", has_text="Toeslagen aanvragen").locator("svg").click()
    accessible_with(scripts, citizen)
    citizen.get_by_role("link", name="Eigen machtiging: Belastingdienst").click()
    accessible_with(scripts, citizen)
    lesson = citizen.get_by_role("link", name="Iemand machtigen").first
    assert citizen.request.get(lesson.get_attribute("href")).status == 200
    assert citizen.locator("a.external").get_attribute("href") == "https://machtigen.digid.nl/machtigen"

    keep = citizen.get_by_role("button", name="Bewaar")
    keep.click()
    assert "Zet een vinkje" in citizen.inner_text(".error-summary")
    citizen.get_by_label("Ja, ik heb het geregeld").check()
    citizen.get_by_label("Tot en met welke dag").fill("2020-01-01")
    keep.click()
    assert "niet in het verleden" in citizen.inner_text(".error-summary")
    assert citizen.get_by_label("Ja, ik heb het geregeld").is_checked()
    accessible_with(scripts, citizen)
    citizen.get_by_label("Tot en met welke dag").fill("2027-06-30")
    keep.click()
    assert "zelf geregeld (Belastingdienst), tot en met 30 juni 2027" in citizen.inner_text("main")
    accessible_with(scripts, citizen)
    citizen.get_by_role("button", name="Haal dit weg").click()
    assert "30 juni 2027" not in citizen.inner_text("main")
    citizen.goto("/wie-deed-wat")
    assert "Jij schreef op dat er een machtiging is geregeld" in citizen.inner_text("main")
