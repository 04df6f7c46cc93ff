"""Everything without a mouse: only Tab, Enter, Space, the arrows and letters."""

import re

import pytest
from conftest import PASSWORD, Server

# Whether the thing with the focus can be seen, is seen to have it, and comes after what had it before.
STOP = """() => {
    const element = document.activeElement, before = window.hadFocus, style = getComputedStyle(element);
    window.hadFocus = element;
    const box = [...element.getClientRects()].find((box) => box.width && box.height);
    if (!box) return "is not shown";
    // The little calendar in a date's field is no part of the page: the browser draws the focus there.
    const isCalendar = element.type === "date" && element === before && !element.matches(":focus-visible");
    if (!isCalendar && (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)) return "does not show its focus";
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, innerHeight / 2)];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return "is out of sight";
    const top = document.elementFromPoint(x, y);
    if (!element.contains(top) && !top.contains(element)) return "is covered by " + top.outerHTML;
    // A date has more stops than one. After the last thing of the page comes the first again.
    if (before?.isConnected && ![document.body, element].includes(before) && !(FORWARD ? element : before).matches(".skip-link")
        && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) === FORWARD)
        return "comes out of order after " + before.outerHTML;
    return "";
}"""


class Keyboard:
    """Somebody with only a keyboard, who looks at every stop on the way."""

    def __init__(self, page):
        self.page = page
        self.press = page.keyboard.press
        self.type = page.keyboard.type

    def look(self, forward=True):
        told = self.page.evaluate(STOP.replace("FORWARD", str(forward).lower()))
        assert told == "", (self.page.url, self.page.evaluate("document.activeElement.outerHTML"), told)

    def has(self, wanted):
        return wanted.evaluate("element => element === document.activeElement")

    def to(self, wanted, back=False):
        """Tab by tab, from where the page left off."""
        wanted.wait_for()
        self.page.evaluate("window.hadFocus = document.activeElement")
        for _ in range(120):
            self.press("Shift+Tab" if back else "Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                continue  # The address bar of the browser: what follows is the other end of the page.
            self.look(not back)
            if self.has(wanted):
                return self
        raise AssertionError(f"the keyboard does not come at {wanted}")

    def enter(self, wanted):
        """To the next page."""
        self.to(wanted)
        with self.page.expect_navigation():
            self.press("Enter")

    def open(self, name, exact=False):
        self.enter(self.page.get_by_role("link", name=name, exact=exact).first)

    def push(self, name, inside=None):
        self.enter((inside or self.page).get_by_role("button", name=name).first)

    def fill(self, label, text):
        self.to(self.page.get_by_label(label))
        self.type(text)

    def tick(self, label, inside=None):
        self.to((inside or self.page).get_by_label(label)).press("Space")

    def choose(self, label):
        """Tab goes to a group of round buttons, the arrows go through it."""
        wanted = self.page.get_by_label(label)
        wanted.wait_for()
        group = self.page.locator(f"input[name='{wanted.get_attribute('name')}']")
        chosen = group.and_(self.page.locator(":checked"))
        self.to(chosen if chosen.count() else group.first)
        for _ in range(group.count()):
            if self.has(wanted):
                break
            self.press("ArrowDown")
            self.page.evaluate("window.hadFocus = null")
            self.look()
        self.press("Space")
        assert wanted.is_checked()


@pytest.fixture(scope="module")
def own_demo(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("keyboard"), "--demo")
    yield server
    server.stop()


@pytest.fixture
def keyboard(person):
    return lambda server, path, **options: start(person(server, **options), path)


def start(page, path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(path)
    return Keyboard(page)


def sign_in(keys, name, words):
    keys.open("Inloggen")
    keys.fill("Naam", name)
    keys.fill("Drie woorden", words)
    keys.push("Inloggen")
    keys.page.get_by_role("button", name="Klaar? Uitloggen").wait_for()


def sign_in_staff(keys, server, name):
    keys.open("Voor medewerkers")
    keys.fill("Naam", name)
    keys.fill("Wachtwoord", PASSWORD)
    keys.fill("Code uit je app", server.one_time_code(name))
    keys.push("Inloggen")
    keys.page.get_by_role("button", name="Klaar? Uitloggen").wait_for()


@pytest.mark.parametrize("width", [1100, 360])
def test_a_learner_answers_a_question_and_takes_a_name(site, keyboard, width):
    keys = keyboard(site, "/", width=width)
    page = keys.page
    keys.press("Tab")
    keys.look()
    assert page.evaluate("document.activeElement.className") == "skip-link"
    keys.press("Enter")
    keys.open("DigiD", exact=True)
    keys.open("Begin met de cursus")
    keys.open("Begin met de les")
    keys.choose("Om iets te betalen")
    keys.push("Kijk na")
    page.get_by_text("Betalen doe je bij je bank").wait_for()
    keys.choose("Om op internet te laten zien wie je bent")
    keys.push("Kijk opnieuw na")
    page.get_by_text("Goed zo!").wait_for()
    keys.to(page.locator("button.term").first, back=True).press("Enter")
    page.locator(".term-explanation:popover-open").wait_for()
    keys.press("Escape")
    assert page.locator(".term-explanation:popover-open").count() == 0
    keys.push("Volgende")
    page.get_by_text("Stap 2 van").wait_for()

    keys.push("Klaar? Uitloggen")
    keys.open("Ja, ik kies een naam")
    keys.fill("Hoe wil je heten?", "Toets")
    keys.push("Geef mij drie woorden")
    assert len(page.locator(".login-card dd").nth(1).inner_text().split()) == 3
    keys.open("Verder")


def test_an_unfinished_form_puts_the_focus_on_what_is_wrong(site, keyboard):
    keys = keyboard(site, "/cursussen/digid/wat-is-digid/waarom")
    keys.push("Kijk na")
    summary = keys.page.locator(".error-summary")
    summary.wait_for()
    assert keys.has(summary)
    keys.to(summary.get_by_role("link")).press("Enter")
    keys.choose("Om iets te betalen")


@pytest.mark.parametrize("width", [1100, 360])
def test_a_practice_is_done_from_the_first_screen_to_the_last(site, keyboard, width):
    keys = keyboard(site, "/oefeningen/digid/inloggen", width=width)
    page = keys.page
    keys.push("Inloggen")
    keys.fill("Gebruikersnaam", "fyilmaz58")
    keys.fill("Wachtwoord", "Tulp")
    keys.press("Enter")
    page.locator(".error-summary").wait_for()
    assert page.title().startswith("Fout:") and keys.has(page.locator(".error-summary"))
    keys.to(page.locator(".error-summary").get_by_role("link")).press("Enter")
    assert keys.has(page.get_by_label("Wachtwoord"))
    keys.look()
    keys.type("Tulp-Fiets-27")
    keys.press("Enter")
    keys.fill("Sms-code", "482913")
    screen = page.locator(".practice-screen")
    keys.push("Inloggen", inside=screen)
    keys.push("Lees het bericht", inside=screen)
    keys.open("Terug naar Mijn Oefenstad")
    keys.push("Uitloggen", inside=screen)
    page.get_by_text("Gelukt! Je hebt alles gedaan.").wait_for()
    keys.open("Terug naar de les")
    assert "/cursussen/digid/" in page.url


def test_from_a_question_for_help_to_a_mandate_that_was_stopped(own_demo, keyboard):
    citizen, coordinator, helper = (keyboard(own_demo, "/") for _ in range(3))
    sign_in(citizen, "joop", "molen soep jas")
    sign_in_staff(coordinator, own_demo, "karim")
    sign_in_staff(helper, own_demo, "bram")

    # The citizen asks.
    citizen.open("Hulp vragen")
    citizen.open("Een afspraak maken bij de gemeente")
    citizen.fill("Wil je er iets bij vertellen?", "Ik wil mijn paspoort vernieuwen.")
    citizen.choose("Aan de telefoon")
    citizen.tick("In de ochtend")
    citizen.push("Stuur mijn vraag")
    citizen.page.get_by_text("We zoeken een helper").first.wait_for()

    # The coordinator matches.
    coordinator.open("Vragen om hulp")
    card = coordinator.page.locator(".card", has_text="Joop").first
    coordinator.enter(card.get_by_role("link", name="Zoek een helper"))
    coordinator.push("Vraag Bram")
    coordinator.page.get_by_text("Bram is gevraagd").wait_for()

    # Both say yes, the helper offers, and the citizen agrees.
    helper.open("Helpen", exact=True)
    helper.push("Ja, ik help", inside=helper.page.locator(".card", has_text="Joop").first)
    citizen.open(re.compile("bericht"))
    citizen.push("Ja, dat is goed")
    helper.page.reload()
    offer = helper.page.locator(".card", has_text="Joop wil graag").first
    helper.choose("1 maand")
    helper.push("Stuur deze afspraak", inside=offer)
    mandate = helper.page.url
    citizen.open(re.compile("bericht"))
    citizen.open("Bekijk de afspraak")
    assert citizen.page.url == mandate
    citizen.push("Ja, ik ben het ermee eens")
    assert citizen.has(citizen.page.locator(".error-summary"))
    citizen.fill("Drie woorden", "molen soep jas")
    citizen.tick("Ik beslis zelf")
    citizen.push("Ja, ik ben het ermee eens")
    citizen.page.locator(".mandate-state", has_text="geldt nu").wait_for()

    # The helper writes down an act, and the citizen says that it is right.
    helper.page.reload()
    helper.fill("Hoeveel minuten?", "20")
    helper.fill("Wat is het resultaat?", "De afspraak is gemaakt.")
    helper.push("Bewaar")
    assert helper.page.locator(".error-summary").count() == 0, helper.page.inner_text(".error-summary")
    citizen.open("Hulp vragen")
    citizen.open(re.compile("^Je hebt"))
    citizen.push("Ja, dit klopt")

    # The citizen takes a part back, and then all of it.
    citizen.open("Hulp vragen")
    citizen.enter(citizen.page.locator("main .card", has_text="geldt nu").get_by_role("link").first)
    citizen.to(citizen.page.get_by_text("Een deel stoppen")).press("Enter")
    citizen.push(re.compile("^Stop: "))
    citizen.page.get_by_text("dit mag niet meer").first.wait_for()
    citizen.push("Stop deze machtiging")
    citizen.page.locator(".mandate-state", has_text="Gestopt").wait_for()
