"""An author changes a lesson while the site is being served, or looks at a preview."""

import shutil
import signal
import subprocess
import time

import pytest
from conftest import BINARY, ROOT, Server, accessible, sign_in_staff


def change(server, old, new, name="01-wat-is-digid.md"):
    """The author saves a file of the DigiD course."""
    file = server.courses / "digid" / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_changed_lesson_is_there_at_the_next_load(own_courses, person):
    page = person(own_courses)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    change(own_courses, "DigiD is gratis.", "DigiD kost niets.")
    page.reload()
    assert "DigiD kost niets." in page.inner_text("main")


@pytest.mark.parametrize("name", ["met spatie.svg", "café (1).svg", "100%.svg"])
def test_a_picture_is_called_as_its_author_likes(own_courses, person, name):
    images = own_courses.courses / "digid/images"
    (images / name).write_bytes(next(images.glob("*.svg")).read_bytes())
    change(own_courses, "DigiD is gratis.", f"![Een brief](<images/{name.replace('%', '%25')}>)")
    page = person(own_courses)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    picture = page.get_by_alt_text("Een brief")
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("async picture => (await picture.decode(), picture.naturalWidth)") > 0


def test_a_broken_lesson_leaves_the_last_good_one_serving(own_courses, person):
    page = person(own_courses)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    change(own_courses, "title: Wat is DigiD?", "title: [Wat is")
    page.reload()
    assert "DigiD is gratis." in page.inner_text("main")
    assert "digid/01-wat-is-digid.md:2:8: error: the front matter cannot be read" in own_courses.log.read_text()


def test_a_signal_puts_changed_courses_on_the_site(own_courses, person):
    own_courses.stop()
    own_courses.arguments.remove("--watch")
    own_courses.start()
    page = person(own_courses)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    change(own_courses, "DigiD is gratis.", "DigiD kost niets.")
    page.reload()
    assert "DigiD is gratis." in page.inner_text("main")
    own_courses.process.send_signal(signal.SIGHUP)
    for _ in range(100):
        if "the changed courses are on the site" in own_courses.log.read_text():
            break
        time.sleep(0.1)
    page.reload()
    assert "DigiD kost niets." in page.inner_text("main")


class Preview(Server):
    """One `meedoen preview`, of courses that a test may change."""

    def start(self):
        self.arguments = [
            *self.arguments[:1], "preview", "digid", "--port", str(self.port), "--courses", str(self.courses),
            "--content", str(ROOT / "Content")]
        super().start()


@pytest.fixture
def preview(own_courses, tmp_path):
    Preview.courses = own_courses.courses
    server = Preview(tmp_path)
    yield server
    server.stop()


def test_a_preview_renews_itself_and_says_what_to_mend(preview, person):
    page = person(preview)
    page.set_viewport_size({"width": 700, "height": 400})
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    assert "0 opmerkingen bij dit bestand" in page.inner_text(".preview-bar")
    accessible(page)
    page.evaluate("scrollTo(0, 150)")
    change(preview, "DigiD is gratis.", "DigiD kost niets. Kijk [hier](weg.md).")
    page.get_by_text("DigiD kost niets.").wait_for()
    bar = page.inner_text(".preview-bar")
    assert "01-wat-is-digid.md:26" in bar and "weg.md" in bar and "Er is één fout" in bar
    assert page.evaluate("scrollY") == 150


def test_a_preview_shows_drafts_and_flags(preview, person):
    change(preview, "status: published", "status: draft", "course.md")
    page = person(preview)
    page.goto("/oefeningen/digid/inloggen")
    assert "Vlaggen: nog geen" in page.inner_text(".preview-bar")
    assert page.goto("/cursussen/digid").status == 200


def test_new_examples_pass_the_check(tmp_path):
    def meedoen(*arguments):
        return subprocess.run([BINARY, *arguments], cwd=tmp_path, capture_output=True, text=True)

    shutil.copytree(ROOT / "Content", tmp_path / "Content")
    (tmp_path / "Courses").mkdir()
    assert meedoen("new", "course", "proef").returncode == 0
    for kind, name in (("lesson", "proef/tweede-les"), ("practice", "proef/nog-een"), ("service", "proef")):
        assert meedoen("new", kind, name).returncode == 0
    assert sorted(path.name for path in (tmp_path / "Courses/proef").glob("0*")) == ["01-begin.md", "02-tweede-les.md"]
    for path in ("Courses/proef", "Content/services/proef.md"):
        checked = meedoen("check", path)
        assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "0 errors, 0 warnings\n")
    assert "Courses/proef/01-begin.md\n    ease  words  words in a sentence\n" in meedoen("measure").stdout
    (tmp_path / "Courses/proef/images").mkdir()
    lesson = tmp_path / "Courses/proef/01-begin.md"
    lesson.write_text(lesson.read_text().replace("Neem rustig", "Neem derhalve rustig een verzekeringsmaatschappij."))
    only = meedoen("check", "--rule", "jargon", "Courses/proef")
    assert only.stdout.startswith("Courses/proef/01-begin.md:") and only.stdout.endswith("[jargon]\n")
    assert only.stderr == "0 errors, 1 warning\n"
    inside = subprocess.run([BINARY, "check", "01-begin.md"], cwd=tmp_path / "Courses/proef", capture_output=True, text=True)
    assert inside.stdout.startswith("../../Courses/proef/01-begin.md:")
    assert meedoen("check", "--format", "xml").returncode == 2 and meedoen("check", "--weg").returncode == 2
    assert meedoen("--help").returncode == 0
    unknown = meedoen("check", "--rule", "hardword")
    assert unknown.returncode == 2 and "hard-word" in unknown.stderr
    again = meedoen("new", "course", "proef")
    assert again.returncode == 2 and "is there already" in again.stderr
    wrong = meedoen("new", "lesson", "proef/Één les")
    assert wrong.returncode == 2 and "een-les" in wrong.stderr
    assert "make it with: meedoen new course weg" in meedoen("new", "lesson", "weg/les").stderr


def test_an_author_reads_what_learners_think_and_where_they_stop(demo, person):
    learner = person(demo, scripts=False)
    learner.goto("/afgerond/digid/wat-is-digid")
    learner.get_by_role("button", name="Verstuur").click()
    assert "Kies eerst een gezicht." in learner.inner_text(".error-summary")
    learner.get_by_label("Moeilijk").check()
    learner.get_by_label("Wil je er iets over zeggen?").fill("Mijn nummer is 111222333")
    learner.get_by_role("button", name="Verstuur").click()
    assert "burgerservicenummer" in learner.inner_text(".error-summary")
    assert learner.get_by_label("Moeilijk").is_checked()
    learner.get_by_label("Wil je er iets over zeggen?").fill("De woorden zijn klein")
    learner.get_by_role("button", name="Verstuur").click()
    assert "Dank je wel!" in learner.inner_text("main")
    with_scripts = person(demo)
    with_scripts.goto("/afgerond/digid/wat-is-digid")
    with_scripts.get_by_role("button", name="Verstuur").click()
    accessible(with_scripts)

    author = person(demo)
    sign_in_staff(author, demo, "noor")
    author.get_by_role("link", name="Voor auteurs").click()
    assert author.get_by_role("row").filter(has_text="English").count() >= 1
    accessible(author)
    author.get_by_role("row").filter(has_text="DigiD").get_by_role("link", name="Nederlands").click()
    accessible(author)
    author.get_by_role("link", name="Wat is DigiD?", exact=True).click()
    assert "De woorden zijn klein" in author.inner_text(".reactions")
    assert author.locator("tbody tr").count() >= 4
    accessible(author)
    author.get_by_role("link", name="English").first.click()
    assert author.get_by_role("heading", level=1).get_attribute("lang") == "en"


def test_an_author_sees_a_mistake_as_soon_as_it_is_saved(tmp_path, person):
    courses = tmp_path / "Courses"
    shutil.copytree(ROOT / "Courses", courses)
    server = Server(tmp_path, "--demo", courses=courses)
    try:
        author = person(server)
        sign_in_staff(author, server, "noor")
        author.goto("/auteurs/digid?taal=nl")
        assert "hier.md" not in author.inner_text("main")
        server.courses = courses
        change(server, "DigiD is gratis.", "DigiD is gratis. Lees [meer over DigiD](hier.md).")
        author.reload()
        assert "hier.md" in author.inner_text("main")
    finally:
        server.stop()


def test_an_arabic_lesson_can_be_read_from_right_to_left(own_courses, person):
    lesson = own_courses.courses / "digid" / "01-wat-is-digid.md"
    text = lesson.read_text().replace("title: Wat is DigiD?", "title: ما هو DigiD؟").replace("## Waarom DigiD? ", "## لماذا DigiD؟ ")
    lesson.with_name("01-wat-is-digid.ar.md").write_text(text)
    page = person(own_courses)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    page.get_by_role("button", name="العربية").click()
    assert page.locator("h1").inner_text() == "لماذا DigiD؟"
    assert page.locator("h1").evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.locator("nav").first.evaluate("element => getComputedStyle(element).direction") == "ltr"
    accessible(page)
    for words in ("Kijk na", "Kies één antwoord.", "Sluiten"):
        language = page.get_by_text(words, exact=True).first.evaluate("element => element.closest('[lang]').lang")
        assert language == "nl", words
    page.goto("/cursussen/digid/wat-is-digid/manieren")
    assert page.locator(".callout-label").first.get_attribute("lang") == "nl"


def test_a_preview_names_the_fault_that_keeps_a_file_from_being_read(preview, person):
    page = person(preview)
    change(preview, "title: Wat is DigiD?", "title: \"Wat is DigiD?")
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    bar = page.inner_text(".preview-bar")
    assert "01-wat-is-digid.md:2" in bar and "close the quote" in bar
