"""Citizen and helper arrange when to meet and write to each other, each in a window of their own."""

import datetime
import urllib.error
import urllib.request
import zoneinfo

import icalendar
import pytest
from conftest import accessible, sign_in_learner, sign_in_staff

AMSTERDAM = zoneinfo.ZoneInfo("Europe/Amsterdam")


def accessible_with(scripts, page):
    """Axe needs JavaScript to look."""
    if scripts:
        accessible(page)


def main(page):
    return page.inner_text("main")


def day(ahead):
    return datetime.datetime.now(AMSTERDAM).date() + datetime.timedelta(days=ahead)


def fill_in(page, ahead, time, minutes="60 minuten", place="Aan de telefoon"):
    page.get_by_label("Welke dag?").fill(day(ahead).isoformat())
    page.get_by_label("Hoe laat?").fill(time)
    page.get_by_label(minutes).check()
    page.get_by_label(place, exact=True).check()


@pytest.fixture
def two(demo, person, request):
    """Fatma and Bram, who have a mandate."""
    scripts = request.param
    citizen, helper = person(demo, scripts=scripts, width=360), person(demo, scripts=scripts)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    sign_in_staff(helper, demo, "bram")
    return scripts, citizen, helper


both = pytest.mark.parametrize("two", [False, True], indirect=True)


@both
def test_propose_move_accept_and_cancel(two):
    scripts, citizen, helper = two
    first, second = ("10:15 tot 11:15", "14:45 tot 15:15") if scripts else ("11:20 tot 12:20", "16:10 tot 16:40")
    # The citizen names a moment; what is wrong with it comes back.
    citizen.goto("/berichten")
    citizen.get_by_role("link", name="Mijn agenda").click()
    citizen.get_by_role("link", name="Spreek een dag en een tijd af met Bram").first.click()
    accessible_with(scripts, citizen)
    ask = citizen.get_by_role("button", name="Vraag of dit kan")
    ask.click()
    assert "zoals 10:00" in citizen.inner_text(".error-summary")
    fill_in(citizen, -1, "10:00")
    ask.click()
    assert "al voorbij" in citizen.inner_text(".error-summary")
    assert citizen.get_by_label("Hoe laat?").input_value() == "10:00"
    accessible_with(scripts, citizen)
    fill_in(citizen, 200, "10:00")
    ask.click()
    assert "De hulp stopt eerder" in citizen.inner_text(".error-summary")
    fill_in(citizen, 1, first[:5], place="Centrum")
    ask.click()
    assert "Wacht op een ja van Bram" in main(citizen)
    accessible_with(scripts, citizen)

    # The helper would rather have another moment.
    helper.goto("/helper")
    helper.get_by_role("link", name="Je hebt").click()
    assert "Fatma vraagt: kun je op" in main(helper) and first in main(helper)
    accessible_with(scripts, helper)
    helper.locator(".card", has_text=first).get_by_role("link", name="Bekijk dit").click()
    appointment = helper.url
    helper.get_by_text("Liever een andere dag of tijd").click()
    assert helper.get_by_label("Hoe laat?").input_value() == first[:5]
    fill_in(helper, 1, second[:5], minutes="30 minuten", place="Centrum")
    accessible_with(scripts, helper)
    helper.get_by_role("button", name="Vraag of dit ook kan").click()
    assert "Wacht op een ja van Fatma" in helper.inner_text(".mandate-state")
    assert helper.get_by_role("button", name="Ja, dit kan").count() == 0

    # The citizen says yes, and both are reminded.
    citizen.goto("/berichten")
    citizen.locator(".card", has_text=second).get_by_role("link", name="Bekijk dit").click()
    assert citizen.url == appointment
    citizen.get_by_role("button", name="Ja, dit kan").click()
    assert "Dit gaat door" in citizen.inner_text(".mandate-state")
    accessible_with(scripts, citizen)
    for window, other in [(citizen, "Bram"), (helper, "Fatma")]:
        window.goto("/berichten")
        assert f"Denk eraan: je ziet of spreekt {other}" in main(window)

    # The helper cancels, and the citizen hears of it.
    helper.goto(appointment)
    helper.get_by_role("button", name="Zeg af").click()
    assert "Afgezegd" in helper.inner_text(".mandate-state")
    citizen.goto("/berichten")
    assert "Bram zegde af" in main(citizen)
    citizen.goto("/wie-deed-wat")
    assert "Jij stelde een dag en een tijd voor" in main(citizen) and "Bram (helper) zegde een dag en een tijd af" in main(citizen)


@both
def test_write_to_each_other_and_call_the_coordinator(two, demo, person):
    scripts, citizen, helper = two
    for writer, other in [(helper, "Fatma"), (citizen, "Bram")]:
        writer.goto("/berichten")
        writer.get_by_role("link", name=f"Berichten met {other}").first.click()
        accessible_with(scripts, writer)
        label = f"Jouw bericht aan {other}"
        for secret, said in [("Mijn nummer is 123456782", "burgerservicenummer"), ("De code is 482913", "code"),
                             ("Mijn wachtwoord: zomer2026", "wachtwoord")]:
            writer.get_by_label(label).fill(secret)
            writer.get_by_role("button", name="Stuur bericht").click()
            assert said in writer.inner_text(".error-summary") and "niet verstuurd" in writer.inner_text(".error-summary")
            # What was typed can be mended; it stands nowhere else.
            assert writer.get_by_label(label).input_value() == secret
            accessible_with(scripts, writer)
        text = f"Dinsdag in de bibliotheek.\nNeem <b>de brief</b> mee, {other}."
        writer.get_by_label(label).fill(text)
        writer.get_by_role("button", name="Stuur bericht").click()
        assert text in writer.locator(".messages").inner_text()
        assert secret not in writer.content()
        accessible_with(scripts, writer)
        writer.get_by_role("button", name="Stuur bericht").click()
        assert "Typ eerst een bericht" in writer.inner_text(".error-summary")

    # What the other wrote is new until it is read.
    citizen.goto("/hulp")
    helper.goto("/berichten")
    assert "nieuw bericht van Fatma" in main(helper) or "nieuwe berichten van Fatma" in main(helper)
    helper.get_by_role("link", name="Lees wat Fatma schreef").click()
    assert "de brief" in helper.locator(".messages").inner_text()
    helper.goto("/berichten")
    assert "van Fatma" not in main(helper)

    # The coordinator is called, and does not read what they wrote.
    citizen.goto("/berichten")
    citizen.get_by_role("link", name="Berichten met Bram").first.click()
    conversation = citizen.url
    citizen.get_by_text("Gaat er iets niet goed?").click()
    accessible_with(scripts, citizen)
    citizen.get_by_role("button", name="Vraag de coördinator om hulp").click()
    assert "De coördinator weet dat er iets is" in main(citizen)
    coordinator = person(demo, scripts=scripts)
    sign_in_staff(coordinator, demo, "karim")
    assert coordinator.goto(conversation).status == 404
    coordinator.goto("/coordinatie")
    accessible_with(scripts, coordinator)
    call = coordinator.locator(".callout-warning .card", has_text="Fatma vraagt om jou")
    call.get_by_role("button", name="Afgehandeld").click()
    assert "Fatma vraagt om jou" not in main(coordinator)
    citizen.goto(conversation)
    assert "Gaat er iets niet goed?" in main(citizen)


def calendar(address):
    answer = urllib.request.urlopen(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    raw = answer.read()
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line and b"\r" not in line
    return raw, icalendar.Calendar.from_ical(raw)


def test_the_calendar_of_a_helper(demo, person):
    citizen, helper = person(demo), person(demo)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    sign_in_staff(helper, demo, "bram")
    helper.goto("/afspraken")
    accessible(helper)
    helper.get_by_role("link", name="Spreek een dag en een tijd af met Fatma").first.click()
    fill_in(helper, 3, "09:30", minutes="90 minuten", place="Centrum")
    helper.get_by_role("button", name="Vraag of dit kan").click()
    helper.get_by_role("link", name="09:30 tot 11:00").click()
    uid = helper.url.split("/")[-1]

    helper.goto("/afspraken")
    helper.get_by_role("button", name="Maak een adres").click()
    accessible(helper)
    address = helper.inner_text("main .key")
    raw, read = calendar(address)
    event = {str(event["uid"]): event for event in read.walk("VEVENT")}[uid]
    begins = datetime.datetime.combine(day(3), datetime.time(9, 30), AMSTERDAM)
    assert event.decoded("dtstart") == begins and event.decoded("dtend") == begins + datetime.timedelta(minutes=90)
    assert event["status"] == "TENTATIVE" and event["location"] == "Centrum" and int(event["sequence"]) == 0
    assert event["summary"].startswith("Hulp: ")
    assert b"fatma" not in raw.lower() and b"bram" not in raw.lower()

    citizen.goto(f"/afspraken/{uid}")
    citizen.get_by_role("button", name="Ja, dit kan").click()
    event = {str(event["uid"]): event for event in calendar(address)[1].walk("VEVENT")}[uid]
    assert event["status"] == "CONFIRMED" and int(event["sequence"]) == 1
    citizen.get_by_role("button", name="Zeg af").click()
    event = {str(event["uid"]): event for event in calendar(address)[1].walk("VEVENT")}[uid]
    assert event["status"] == "CANCELLED" and int(event["sequence"]) == 2

    # A new address ends the old one; in the end there is none.
    helper.goto("/afspraken")
    accessible(helper)
    helper.get_by_role("button", name="Maak een nieuw adres").click()
    renewed = helper.inner_text("main .key")
    assert renewed != address
    calendar(renewed)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        calendar(address)
    helper.goto("/afspraken")
    helper.get_by_role("button", name="Stop met dit adres").click()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        calendar(renewed)


def test_help_at_home_only_where_the_organisation_says_so(demo, person):
    coordinator, citizen = person(demo), person(demo)
    sign_in_staff(coordinator, demo, "karim")
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    citizen.goto("/afspraken")
    citizen.get_by_role("link", name="Spreek een dag en een tijd af met Bram").first.click()
    assert citizen.get_by_label("Thuis bij").count() == 0
    coordinator.goto("/coordinatie/helpers")
    coordinator.get_by_label("Helpers mogen bij iemand thuis afspreken").check()
    coordinator.locator("form[action$=huisbezoek] button").click()
    accessible(coordinator)
    citizen.reload()
    assert citizen.get_by_label("Thuis bij").count() == 1
    coordinator.get_by_label("Helpers mogen bij iemand thuis afspreken").uncheck()
    coordinator.locator("form[action$=huisbezoek] button").click()
    citizen.reload()
    assert citizen.get_by_label("Thuis bij").count() == 0


def test_the_keyboard_is_enough(demo, person):
    citizen = person(demo, width=360)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    citizen.goto("/berichten")
    citizen.get_by_role("link", name="Berichten met Bram").first.focus()
    citizen.keyboard.press("Enter")
    citizen.get_by_label("Jouw bericht aan Bram").wait_for()
    for _ in range(40):
        citizen.keyboard.press("Tab")
        if citizen.evaluate("document.activeElement.name") == "bericht":
            break
    citizen.keyboard.type("Ik kom met de bus.")
    citizen.keyboard.press("Tab")
    citizen.keyboard.press("Enter")
    citizen.get_by_text("Ik kom met de bus.").first.wait_for()
