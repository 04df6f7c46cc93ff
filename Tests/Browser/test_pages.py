"""Every kind of page that anybody can reach by its links, looked at by axe and on a small screen."""

import re
from urllib.parse import urlsplit

import pytest
from conftest import accessible, sign_in_learner, sign_in_staff

EVERYBODY = {"", "zoeken", "afdrukken", "over", "privacy", "toegankelijkheid", "cursussen", "oefeningen", "afgerond", "inloggen", "uitgelogd"}
SIGNED_TERM = "/cursussen/digid/wat-is-digid/waarom"


def kind(path):
    """Pages of one kind have addresses of one shape; only their names differ."""
    parts = path.strip("/").split("/")
    return parts[0], len(parts)


def links(page):
    """The paths of this site that the page leads to, without its pictures."""
    addresses = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    here = urlsplit(page.url).netloc
    paths = [urlsplit(address).path for address in addresses if urlsplit(address).netloc == here]
    return [path for path in paths if not path.startswith("/beelden/")]


LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij"


def long_words_fit(page):
    """Wherever a word stands, it may be a long one: no scrolling sideways on a phone, nor with letters twice as large."""
    page.evaluate("""word => {
        for (const part of document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, legend, label, summary, a, button, span):not([class^=state-])"))
            if (!part.children.length && part.textContent.trim()) part.textContent = word;
    }""", LONG_WORD)
    size = page.viewport_size
    for width, letters in ((320, "112.5%"), (640, "225%")):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, width)
    page.set_viewport_size(size)


def walk(page, known):
    """Goes everywhere once for each kind of page; answers the kinds that were met."""
    met, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop(0)
        if kind(path) in met:
            continue
        met.add(kind(path))
        answer = page.goto(path)
        assert answer.status == 200, path
        assert page.locator("h1").count() == 1, path
        waiting += links(page)
        if kind(path)[0] not in known:
            accessible(page)
            if page.mirror is page:
                long_words_fit(page)
    return met


@pytest.mark.parametrize("scripts", [True, False])
def test_a_stranger_meets_no_barrier(site, person, scripts):
    met = walk(person(site, scripts), known=set())
    assert {name for name, _ in met} >= {"", "cursussen", "oefeningen", "inloggen", "hulp", "over"}


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name, words", [("fatma", "fiets tulp brood"), ("henk", "boot kaas lamp")])
def test_a_citizen_meets_no_barrier(demo, person, name, words, scripts):
    page = person(demo, scripts)
    sign_in_learner(page, name, words)
    assert ("machtigingen", 2) in walk(page, known=EVERYBODY) or name == "henk"


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("name, own", [
    ("anna", "beheer"), ("karim", "coordinatie"), ("carla", "groepen"), ("bram", "helper"), ("noor", "cursussen"), ("vera", "logboek")])
def test_staff_meet_no_barrier(demo, person, name, own, scripts):
    page = person(demo, scripts)
    sign_in_staff(page, demo, name)
    assert own in {first for first, _ in walk(page, known=EVERYBODY)}


def test_a_handout_is_numbered_and_keeps_its_answers_for_the_last_page(site, person):
    page = person(site)
    page.goto("/cursussen/digid/wat-is-digid")
    page.get_by_role("link", name="Op papier").click()
    accessible(page)
    page.emulate_media(media="print")
    assert page.get_by_role("heading", name=re.compile("^Stap 2:")).is_visible()
    assert not page.get_by_role("button", name="Druk af").is_visible()
    assert not page.locator(".site-header").is_visible()
    assert "Om op internet te laten zien wie je bent" in page.inner_text(".handout section:last-child")
    assert page.locator(".handout button:visible").count() == 0
    pages = lambda: page.pdf(format="A4").count(b"/Type /Page\n")
    assert pages() >= 2
    page.goto("/afdrukken/digid/oefening/inloggen")
    assert page.get_by_role("heading", name=re.compile("^Scherm 1:")).is_visible()


def test_a_button_that_needs_a_script_is_not_shown_without(site, person):
    for scripts in (True, False):
        page = person(site, scripts)
        page.goto("/afdrukken/digid/wat-is-digid")
        assert page.get_by_role("button", name="Druk af").is_visible() == scripts


def test_the_sign_after_a_long_hard_word_stays_with_it(site, person):
    page = person(site, width=360)
    page.goto(SIGNED_TERM)
    after = page.locator("button.term").evaluate_all("all => all.map(term => (term.nextSibling?.data ?? '').slice(0, 1))")
    assert after and not set(after) & set(".,;:!?)”’…")
    term = page.locator("button.term", has_text=re.compile(r"[.]$")).first
    last, before = term.evaluate("""term => {
        const text = term.firstChild;
        text.data = "arbeidsongeschiktheidsverzekering voor kleine zelfstandigen en hun medewerkers in de thuiszorg" + text.data;
        const box = (place) => {
            const range = document.createRange();
            range.setStart(text, text.length - place);
            range.setEnd(text, text.length - place + 1);
            const { top, right } = range.getBoundingClientRect();
            return [top, right];
        };
        return [box(1), box(2)];
    }""")
    assert last[0] == before[0] and 0 < last[1] - before[1] < 10
