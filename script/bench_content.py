"""The measuring part of script/bench content: how long large folders of lessons take to read, check and draw.

Makes a folder of 1,000 and one of 10,000 lessons from the words of the real courses, and measures Meedoen, cmark-gfm
and hugo on the same files. Loopback only.
"""

import http.client
import os
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BINARY = sys.argv[1]
SIZES = [int(size) for size in sys.argv[2:]] or [1_000, 10_000]
LESSONS_IN_A_COURSE = 20
# Of ../shared/targets.md: what each figure is to stay under.
AIMS = {"cpu": 4.7, "memory": 200, "edit": 100, "search": 20, "preview": 300, "start": {1_000: 150, 10_000: 400}}


class Words:
    """Sentences from the words of the real courses, the same in every run."""

    def __init__(self):
        text = " ".join(path.read_text() for path in sorted((ROOT / "Courses").rglob("*.md")) if path.name.count(".") == 1)
        self.words = sorted({word for word in re.findall(r"[a-zé]{2,12}", text)})
        glossary = (ROOT / "Content/glossary/nl.md").read_text()
        self.terms = re.findall(r"^## (.+?)(?: \{#.*)?$", glossary, re.M)
        self.random = random.Random(2026)

    def sentence(self):
        chosen = [self.random.choice(self.words) for _ in range(self.random.randint(6, 12))]
        if self.random.random() < 0.15:
            chosen[-1] = self.random.choice(self.terms)
        return " ".join(chosen).capitalize() + "."

    def paragraph(self, sentences=4):
        return " ".join(self.sentence() for _ in range(sentences))


def lesson(words, number, course):
    """About 700 words in six steps, with a table, questions, links, a picture and terms."""
    other = f"{(number % LESSONS_IN_A_COURSE) + 1:02}-les-{(number % LESSONS_IN_A_COURSE) + 1}.md"
    parts = [
        f"---\ntitle: Les {number} over {words.random.choice(words.words)}\nminutes: 10\ngoals: [Je weet het, Je kunt het]\n"
        f"checked: 2026-11-24\nsources: [\"https://www.digid.nl\"]\n---\n\n{words.paragraph(2)}\n"]
    for step in range(1, 7):
        parts.append(f"\n## Stap {step} {{#stap-{step}}}\n\n{words.paragraph(4)}\n\n{words.paragraph(3)}\n")
        if step == 1:
            parts.append("\n![Een brief op tafel](images/brief.svg)\n")
        if step == 2:
            rows = "\n".join(f"| {words.random.choice(words.words)} | {words.sentence()} |" for _ in range(4))
            parts.append(f"\n| Wat | Waarom |\n| --- | --- |\n{rows}\n")
        if step in (3, 5):
            parts.append(
                f"\n> [!QUESTION] {{#vraag-{step}}}\n> {words.sentence()[:-1]}?\n>\n> - [ ] {words.sentence()}\n"
                f">   > {words.sentence()}\n> - [x] {words.sentence()}\n>   > {words.sentence()}\n")
        if step == 4:
            parts.append(f"\n> [!TIP]\n> {words.sentence()}\n\n- {words.sentence()}\n- {words.sentence()}\n")
        if step == 6:
            parts.append(f"\nLees ook [de les over {words.random.choice(words.words)}]({other}) of ga naar [digid.nl](https://www.digid.nl).\n")
    return "".join(parts)


def corpus(folder, size):
    """The folder of courses, and all its lessons."""
    words, files = Words(), []
    picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30"><rect width="40" height="30" fill="#fff"/></svg>'
    for first in range(0, size, LESSONS_IN_A_COURSE):
        course = folder / "Courses" / f"cursus-{first // LESSONS_IN_A_COURSE + 1:03}"
        (course / "images").mkdir(parents=True)
        (course / "images" / "brief.svg").write_text(picture)
        course.joinpath("course.md").write_text(
            f"---\ntitle: Cursus {first // LESSONS_IN_A_COURSE + 1}\nsummary: {words.sentence()}\naudience: learner\n"
            "level: basis-1\nstatus: published\n---\n\nWelkom.\n")
        for place in range(1, min(LESSONS_IN_A_COURSE, size - first) + 1):
            file = course / f"{place:02}-les-{place}.md"
            file.write_text(lesson(words, first + place, course.name))
            files.append(file)
    (folder / "Content").symlink_to(ROOT / "Content")
    return folder / "Courses", files


def measured(command, **options):
    """Wall and CPU seconds and the most memory in MB of one command."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    # The services of Content name courses that are not here, which check says, and ends with 1.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def hugo(folder, files):
    site = folder / "hugo"
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (site / "config.toml").write_text('baseURL = "http://localhost/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n')
    layouts.joinpath("single.html").write_text("<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>")
    for file in files:
        target = site / "content" / file.parent.name / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    figures = measured(["hugo", "--quiet", "--source", str(site), "--destination", str(site / "public")])
    shutil.rmtree(site)
    return figures


class Site:
    """One process of the site, and a connection that stays open."""

    def __init__(self, folder, courses, command, path, *options):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        begin = time.monotonic()
        self.process = subprocess.Popen(
            [BINARY, *command, "--port", str(self.port), "--courses", str(courses), "--content", str(ROOT / "Content"), *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
        while True:
            try:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.get(path)
                break
            except ConnectionRefusedError:
                if self.process.poll() is not None or time.monotonic() - begin > 120:
                    raise SystemExit("meedoen did not start")
                time.sleep(0.002)
        self.first_answer = (time.monotonic() - begin) * 1000

    def get(self, path):
        self.connection.request("GET", path)
        return self.connection.getresponse().read().decode()

    def timed(self, path):
        begin = time.monotonic()
        self.get(path)
        return (time.monotonic() - begin) * 1000

    def cpu(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self):
        """In MB."""
        return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.process.pid}/status").read_text())[1]) / 1024

    def settle(self):
        """Waits until nothing is being made ready any more."""
        before = -1.0
        while self.cpu() - before > 0.02:
            before = self.cpu()
            time.sleep(1)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def step(file):
    number = int(file.name[:2])
    return f"/cursussen/{file.parent.name}/les-{number}/stap-1"


def edit(file, text):
    file.write_text(file.read_text().replace("{#stap-1}\n", f"{{#stap-1}}\n\n{text}\n", 1))


def edited(site, files):
    """How long until a saved change stands in the page, in ms: median of five lessons."""
    times = []
    for number, file in enumerate(files[:: max(1, len(files) // 5)][:5]):
        begin = time.monotonic()
        edit(file, f"Verandering {number}.")
        while f"Verandering {number}." not in site.get(step(file)):
            pass
        times.append((time.monotonic() - begin) * 1000)
    return statistics.median(times)


def renewed(site, files):
    """The same in a preview, whose open page waits to be told."""
    times = []
    for number, file in enumerate(files[1 :: max(1, len(files) // 5)][:5]):
        generation = re.search(r'data-preview="(\d+)"', site.get(step(file)))[1]
        waiting = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        waiting.request("GET", f"/voorbeeld/verandering?sinds={generation}")
        time.sleep(0.25)
        begin = time.monotonic()
        edit(file, f"Voorbeeld {number}.")
        waiting.getresponse().read()
        if f"Voorbeeld {number}." not in site.get(step(file)):
            raise SystemExit("the preview told of a change that was not there")
        times.append((time.monotonic() - begin) * 1000)
    return statistics.median(times)


def judged(value, aim, unit, digits=0):
    return f"{value:.{digits}f} {unit} (aim {aim}: {'met' if value <= aim else 'MISSED'})"


def measure(size):
    folder = Path(tempfile.mkdtemp(prefix="meedoen-bench-"))
    courses, files = corpus(folder, size)
    words = sum(len(file.read_text().split()) for file in files) / len(files)
    print(f"\n{size} lessons of {words:.0f} words")
    print(f"{'':34}{'wall s':>9}{'CPU s':>9}{'MB':>8}")

    starts = []
    for round in range(3):
        site = Site(folder, courses, ["serve"], step(files[0]), "--database", str(folder / f"start-{round}.sqlite"))
        starts.append(site.first_answer)
        if round < 2:
            site.stop()
    site.settle()
    print(f"{'meedoen serve, with the search':34}{'':9}{site.cpu():9.2f}{site.peak():8.0f}")
    read = measured([BINARY, "bench", "courses", "--courses", str(courses), "--content", str(ROOT / "Content")])
    rows = [("meedoen, read, checked and drawn", read), ("meedoen check, writing and all", measured([BINARY, "check", str(folder)]))]
    rows.append(("cmark-gfm, all in one process", measured(["cmark-gfm", "-e", "table", *map(str, files)])))
    rows.append(("hugo", hugo(folder, files)))
    for name, (wall, cpu, memory) in rows:
        print(f"{name:34}{wall:9.2f}{cpu:9.2f}{memory:8.0f}")
    if size == 10_000:
        print("read, checked for structure, drawn:", judged(read[1], AIMS["cpu"], "CPU s", 2), judged(read[2], AIMS["memory"], "MB"))
    start = statistics.median(starts)
    print("start to first answer:", judged(start, AIMS["start"][size], "ms") if size in AIMS["start"] else f"{start:.0f} ms")

    chosen = random.Random(1)
    steps = [step(chosen.choice(files)).replace("stap-1", f"stap-{chosen.randint(1, 6)}") for _ in range(500)]
    first, again = [site.timed(path) for path in steps], [site.timed(path) for path in steps]
    print(f"a step: {statistics.median(first):.2f} ms at first, {statistics.median(again):.2f} ms again (median of 500)")
    asked = ["digid", "machtigen", "brief", "gemachtigd", "wachtwoord vergeten", "berichtenbxo", "les 7", "é", "post lezen", "toeslag"]
    searches = [site.timed(f"/zoeken?q={urllib.parse.quote(query)}") for query in asked * 5][len(asked):]
    print(f"search: median {statistics.median(searches):.1f} ms, slowest", judged(max(searches), AIMS["search"], "ms", 1))
    site.stop()

    site = Site(folder, courses, ["serve", "--watch"], step(files[0]), "--database", str(folder / "watch.sqlite"))
    site.settle()
    print("an edit on the site:", judged(edited(site, files), AIMS["edit"], "ms"))
    site.stop()
    site = Site(folder, courses, ["preview"], step(files[0]))
    site.settle()
    print("an edit in a preview:", judged(renewed(site, files), AIMS["preview"], "ms"))
    site.stop()
    shutil.rmtree(folder)


for size in SIZES:
    measure(size)
