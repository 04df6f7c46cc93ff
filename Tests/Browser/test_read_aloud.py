"""Reading aloud, with a browser that only pretends to speak: it keeps what it is told to say."""

import gzip
import re

import pytest
from conftest import ROOT, accessible

STEP = "/cursussen/digid/wat-is-digid/waarom"
PRACTICE = "/oefeningen/digid/inloggen"

# Says each sentence in no time, or, where `patient` is set, ends one when the test says so. Like Speech Dispatcher on
# Linux it never ends an empty word, and then says nothing any more.
SPEAKER = """
window.spoken = [];
window.voicesUsed = new Set();
window.patient = false;
window.voices = [
  { lang: "nl-NL", localService: false }, { lang: "nl_BE", localService: true }, { lang: "en-GB", localService: false },
];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
let now, isJammed;
window.finish = () => { const said = now; now = undefined; said?.onend?.(); };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => window.voices,
  speak(utterance) {
    isJammed ||= !utterance.text;
    if (isJammed || !utterance.text.trim()) return;
    now = utterance;
    spoken.push([utterance.text, utterance.lang, utterance.rate]);
    voicesUsed.add(utterance.voice?.lang);
    setTimeout(() => utterance.onstart?.());
    if (!window.patient) setTimeout(window.finish);
  },
  cancel() {
    const said = now;
    now = undefined;
    sessionStorage.setItem("cancelled", said ? said.text : "");
    setTimeout(() => said?.onend?.());
  },
} });
"""


def listener(person, server, path, patient=False, **options):
    page = person(server, **options)
    page.add_init_script(SPEAKER)
    page.goto(path)
    page.evaluate(f"window.patient = {str(patient).lower()}")
    return page


def button(page, name):
    return page.locator(".read-aloud").get_by_role("button", name=name, exact=True)


def spoken(page):
    return [text for text, _, _ in page.evaluate("spoken")]


def hear(page, count=0):
    """Waits until more has been said than that. The page's own policy forbids to wait by a text of script in it."""
    for _ in range(200):
        if page.evaluate("(window.spoken || []).length") > count:
            return
        page.wait_for_timeout(50)
    raise AssertionError("nothing more was said")


def read(page, start="Lees voor"):
    """Presses the button, and waits until everything has been read."""
    button(page, start).click()
    hear(page)
    button(page, start).wait_for()
    return spoken(page)


def test_a_step_is_read_in_order_with_its_question_and_without_what_is_hidden(site, person):
    page = listener(person, site, STEP)
    said = read(page)
    texts = [page.inner_text("h1")] + page.locator(".question legend p, .question .choice label").all_inner_texts()
    assert len(texts) >= 4
    places = [said.index(text) for text in texts]
    assert places == sorted(places)
    everything = " ".join(said)
    assert said[0].startswith("Stap 1 van")
    assert "Betalen doe je bij je bank" not in everything
    assert not {"Volgende", "Vorige", "Lees voor", "Stop", "Sluiten"} & set(said)
    explanation = page.locator(".term-explanation strong").first.text_content()
    term = page.locator("button.term").first.inner_text().strip(".,")
    assert term in everything and said.count(explanation) == 0
    assert any(len(text) > len(term) + 1 and term in text for text in said)
    assert {(lang, rate) for _, lang, rate in page.evaluate("spoken")} == {("nl", 0.9)}
    assert page.locator(".being-read").count() == 0

    page.get_by_label("Om iets te betalen").check()
    page.get_by_role("button", name="Kijk na").click()
    assert "Betalen doe je bij je bank" in " ".join(read(page))


def test_each_part_is_read_in_its_own_language(site, person):
    page = listener(person, site, STEP)
    page.evaluate("document.querySelector('main .prose p').innerHTML = 'Je kiest <em lang=en>Sign in</em> op de site.'")
    read(page)
    said = page.evaluate("spoken")
    assert page.evaluate("[...voicesUsed]") == ["nl_BE", None], "a voice of the device, where it has one"
    place = said.index(["Je kiest", "nl", 0.9])
    assert said[place:place + 3] == [["Je kiest", "nl", 0.9], ["Sign in", "en", 0.9], ["op de site.", "nl", 0.9]]
    page.get_by_role("button", name="English").click()
    read(page, "Read aloud")
    assert {lang for _, lang, _ in page.evaluate("spoken")} == {"en"}


def test_a_choice_from_a_list_is_read_once(site, person):
    page = listener(person, site, STEP)
    for path in steps(page, "/cursussen/digid/wat-is-digid"):
        if page.locator(".pairs select").count() > 1:
            break
    options = page.locator(".pairs select").first.locator("option:not([value=''])").all_inner_texts()
    page.goto(page.url)
    everything = " ".join(read(page))
    assert options and all(everything.count(option) == 1 for option in options)


def steps(page, lesson):
    """The addresses of the steps of a lesson, by going through it."""
    page.goto(lesson)
    page.get_by_role("link", name=re.compile("les$")).first.click()
    while "/afgerond/" not in page.url:
        yield page.url
        page.locator("form.onward button").click()


def test_a_practice_is_read_with_its_frame_once(site, person):
    page = listener(person, site, PRACTICE)
    said = read(page)
    assert said[0] == "Dit is oefenen." and said.count("Dit is oefenen.") == 1
    title = said.index(page.inner_text("h1"))
    assert title < said.index("Inloggen") < said.index("Dit ga je doen")
    assert any("(nog doen)" in text for text in said)
    assert "Op papier" not in said


def test_a_content_page_and_the_start_of_a_lesson_are_read(site, person):
    page = listener(person, site, "/privacy")
    said = read(page)
    assert said[0] == "Jouw gegevens" and said[-1] == "Deze tekst is van 25 november 2026."
    page.goto("/cursussen/digid/wat-is-digid")
    assert read(page)[0] == page.inner_text("h1")


def test_what_is_read_is_marked_and_can_be_held_and_stopped(site, person):
    page = listener(person, site, STEP, patient=True)
    assert not button(page, "Pauze").is_visible()
    button(page, "Lees voor").click()
    button(page, "Stop").wait_for()
    page.evaluate("finish()")
    marked = page.locator(".being-read")
    assert marked.inner_text() == page.inner_text("h1")
    assert marked.evaluate("part => getComputedStyle(part).outlineStyle") == "dashed"
    accessible(page)

    button(page, "Pauze").click()
    assert spoken(page)[-1] == page.inner_text("h1") and marked.count() == 1
    page.wait_for_timeout(50)
    assert len(spoken(page)) == 2
    button(page, "Lees verder").click()
    assert spoken(page)[1:] == [page.inner_text("h1")] * 2
    page.evaluate("finish()")
    assert marked.inner_text() != page.inner_text("h1")
    button(page, "Stop").click()
    button(page, "Lees voor").wait_for()
    assert marked.count() == 0 and not button(page, "Pauze").is_visible()
    count = len(spoken(page))
    page.wait_for_timeout(50)
    assert len(spoken(page)) == count
    button(page, "Lees voor").click()
    hear(page, count)
    assert spoken(page)[count] == spoken(page)[0]


def test_slower_is_remembered_by_this_browser_alone(site, person):
    page = listener(person, site, STEP, patient=True)
    button(page, "Lees voor").click()
    slower = button(page, "Langzamer")
    slower.click()
    assert slower.get_attribute("aria-pressed") == "true"
    first = spoken(page)[0]
    assert [said[::2] for said in page.evaluate("spoken")] == [[first, 0.9], [first, 0.7]]
    assert page.evaluate("Object.entries(localStorage)") == [["voorlezen", "langzamer"]]
    page.goto(PRACTICE)
    page.evaluate("window.patient = true")
    button(page, "Lees voor").click()
    hear(page)
    assert page.evaluate("spoken[0][2]") == 0.7
    button(page, "Langzamer").click()
    assert page.evaluate("spoken.at(-1)[2]") == 0.9
    assert all("langzamer" not in cookie["value"] for cookie in page.context.cookies())


def test_reading_ends_when_somebody_leaves(site, person):
    page = listener(person, site, STEP, patient=True)
    button(page, "Lees voor").click()
    hear(page)
    first = spoken(page)[0]
    page.get_by_role("button", name="Volgende").click()
    page.wait_for_url(lambda url: not url.endswith("/waarom"))
    assert page.evaluate("sessionStorage.getItem('cancelled')") == first


def test_the_keyboard_reads_and_stops(site, person):
    page = listener(person, site, STEP, patient=True)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.read-aloud') !== null"):
            break
    page.keyboard.press("Enter")
    button(page, "Stop").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Pauze"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    button(page, "Lees voor").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Lees voor"


def test_a_device_without_the_language_says_so(site, person):
    page = listener(person, site, STEP)
    page.evaluate("window.voices = [{ lang: 'en-GB' }]")
    button(page, "Lees voor").click()
    page.get_by_role("status").filter(has_text="Dat komt niet door jou").wait_for()
    assert spoken(page) == [] and button(page, "Lees voor").is_visible()
    accessible(page)


@pytest.mark.parametrize("path", [STEP, PRACTICE, "/privacy"])
def test_without_a_voice_a_script_or_a_screen_there_is_no_button(site, person, path):
    page = person(site)
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined });")
    page.goto(path)
    assert page.locator(".read-aloud").count() == 1 and not page.locator(".read-aloud").is_visible()
    page = person(site, scripts=False)
    page.goto(path)
    assert page.locator(".read-aloud").count() == 1 and not page.locator(".read-aloud").is_visible()
    page = listener(person, site, path)
    assert button(page, "Lees voor").is_visible()
    page.emulate_media(media="print")
    assert not button(page, "Lees voor").is_visible()


def test_how_it_is_done_comes_at_the_first_press_and_weighs_little(site, person):
    page = person(site)
    page.add_init_script(SPEAKER)
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(STEP)
    page.wait_for_load_state("networkidle")
    assert not any("read-aloud" in address for address in fetched)
    with page.expect_response(re.compile("/read-aloud.js$")) as answer:
        button(page, "Lees voor").click()
    assert "immutable" in answer.value.headers["cache-control"]
    scripts = [(ROOT / "Content/assets" / name).read_bytes() for name in ("site.js", "read-aloud.js")]
    assert sum(len(gzip.compress(script)) for script in scripts) <= 5_000
