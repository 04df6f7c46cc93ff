"""The walking part of script/walk: every course, each language, with and without JavaScript; prints a table."""

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/Browser"))

from conftest import Server, sign_in_staff  # noqa: E402
from playwright.sync_api import Error, sync_playwright  # noqa: E402
from walk_answers import audience, lessons, practice  # noqa: E402
from walk_learner import NARROW, Learner  # noqa: E402

LANGUAGES = ["nl", "en"]
# Who of the demonstration sees a course that is not for everybody, and has not done it.
STAFF = {"helper": "karim", "coach": "karim"}


def walk(browser, server, course, language, scripts):
    """One learner who does one course; answers what she met."""
    context = browser.new_context(
        base_url=server.address, java_script_enabled=scripts, viewport=NARROW, color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(60_000)
    written = list(lessons(course, language))
    ids = {id for lesson in written for step in lesson.steps for id in step.practices}
    learner = Learner(context, course, written, {id: practice(course, id, language) for id in ids}, language, scripts)
    try:
        if person := STAFF.get(audience(course)):
            sign_in_staff(learner.page, server, person)
        learner.walk()
    except (Error, LookupError) as error:
        learner.fault(f"stopped here: {error}")
    context.close()
    for kind, there in (
        ("steps", sum(len(lesson.steps) for lesson in written)),
        ("questions", sum(len(step.questions) for lesson in written for step in lesson.steps)),
        ("practices", len(list((ROOT / "Courses" / course / "practices").glob("*.md"))) // len(LANGUAGES)),
    ):
        if learner.counts[kind] != there:
            learner.faults.append(f"{kind}: {learner.counts[kind]} of {there}")
    return learner


def main():
    options = argparse.ArgumentParser(prog="script/walk", description=__doc__)
    options.add_argument("--only", nargs="+", metavar="COURSE", help="walk only these courses")
    options.add_argument("--language", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    options.add_argument("--scripts", choices=["on", "off", "both"], default="both", help="JavaScript")
    chosen = options.parse_args()
    courses = chosen.only or sorted(path.parent.name for path in (ROOT / "Courses").glob("*/course.md"))
    scripts = {"on": [True], "off": [False], "both": [True, False]}[chosen.scripts]
    faults = []
    row = "{:<20} {:<8} {:<10} {:>5} {:>9} {:>9} {:>7} {:>6} {:>7}"
    print(row.format("course", "language", "JavaScript", "steps", "questions", "practices", "screens", "faults", "seconds"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-sync"])
        for course, language, on in itertools.product(courses, chosen.language, scripts):
            begin = time.monotonic()
            with tempfile.TemporaryDirectory() as folder:
                server = Server(Path(folder), *["--demo"] * (audience(course) in STAFF))
                try:
                    learner = walk(browser, server, course, language, on)
                finally:
                    server.stop()
            counts = learner.counts
            print(row.format(
                course, language, "on" if on else "off", counts["steps"], counts["questions"], counts["practices"],
                counts["screens"], len(learner.faults), round(time.monotonic() - begin)), flush=True)
            for fault in learner.faults:
                print(f"  {language}: {fault}", file=sys.stderr, flush=True)
            faults += learner.faults
        browser.close()
    return 1 if faults else 0


sys.exit(main())
