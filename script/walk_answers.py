"""What script/walk knows beforehand: the courses as they are written, with the right answers."""

import itertools
import re
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE_LANGUAGE = "nl"


def written(path, language):
    """The text of a file in a language: its translation is `name.en.md` beside `name.md`."""
    return (path if language == SOURCE_LANGUAGE else path.with_suffix(f".{language}.md")).read_text()


def plain(markdown):
    """As it reads on the page: without links, marks and line ends."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return words(re.sub(r"\*\*|[`*]", "", text))


def words(text):
    return " ".join(text.split())


@dataclass
class Question:
    id: str
    kind: str  # one | several | order | typed | match
    options: list = field(default_factory=list)  # what can be chosen, as it is written
    right: set = field(default_factory=set)  # the places of what is right
    feedback: dict = field(default_factory=dict)  # place → what is said of it


@dataclass
class Step:
    id: str
    title: str
    questions: list
    practices: list
    checklists: int


@dataclass
class Lesson:
    id: str
    title: str
    steps: list


@dataclass
class Way:
    """A link of a practice screen; its number is its name in the form."""

    number: int
    label: str
    target: str
    main: bool
    sets: frozenset
    clears: frozenset
    needs: frozenset
    forbids: frozenset

    def shown(self, flags):
        return self.needs <= flags and not self.forbids & flags

    def after(self, flags):
        return (flags | self.sets) - self.clears


@dataclass
class Screen:
    id: str
    title: str
    fields: list  # (kind, answer, help)
    ways: list


@dataclass
class Practice:
    id: str
    title: str
    tasks: list
    screens: dict
    start: str

    def done(self, screen, flags):
        return set(self.tasks) <= flags if self.tasks else screen == "klaar"

    def way_to(self, wanted, screen, flags):
        """The shortest list of ways from here to where `wanted(screen, flags)` holds; None where there is none."""
        waiting, seen = deque([(screen, flags, [])]), {(screen, flags)}
        while waiting:
            screen, flags, ways = waiting.popleft()
            if wanted(screen, flags):
                return ways
            for way in self.screens[screen].ways:
                there = (way.target, way.after(flags))
                if way.shown(flags) and there not in seen:
                    seen.add(there)
                    waiting.append((*there, [*ways, way]))
        return None


def sections(text):
    """(id, title, body) of each second-level heading."""
    parts = re.split(r"^## (.*?) *\{#([\w-]+)\} *$", text, flags=re.M)
    return [(parts[i + 1], parts[i], parts[i + 2]) for i in range(1, len(parts), 3)]


def quotes(body):
    """The quotes that are questions, without their marks."""
    for block in re.findall(r"(?:^>.*\n?)+", body, flags=re.M):
        lines = [re.sub(r"^> ?", "", line) for line in block.splitlines()]
        if match := re.match(r"\[!QUESTION\] *\{#([\w-]+)\}", lines[0]):
            yield match[1], lines[1:]


def question(id, lines):
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines if line.startswith("|")]
    if rows:
        return Question(id, "match", [tuple(row) for row in rows[2:]])
    found = Question(id, "")
    for line in lines:
        if match := re.match(r"- \[([ x])\] (.*)", line):
            if match[1] == "x":
                found.right.add(len(found.options))
            found.options.append(match[2])
        elif match := re.match(r"- = (.*)", line):
            found.kind = "typed"
            found.options.append(match[1])
        elif match := re.match(r"\d+\. (.*)", line):
            found.kind = "order"
            found.options.append(match[1])
        elif line.startswith("  ") and found.options:
            place = len(found.options) - 1
            found.feedback[place] = f"{found.feedback.get(place, '')} {line.strip()}".strip()
    found.kind = found.kind or ("several" if len(found.right) > 1 else "one")
    return found


def step(id, title, body):
    own = re.sub(r"(?:^>.*\n?)+", "\n", body, flags=re.M)
    lists = [kind for kind, _ in itertools.groupby(own.splitlines(), lambda line: line.startswith("- [ ]")) if kind]
    practices = re.findall(r"^\[[^\]]*\]\(practices/([\w-]+)\.md\)$", own, flags=re.M)
    return Step(id, title, [question(*found) for found in quotes(body)], practices, len(lists))


def audience(course):
    return re.search(r"^audience: *(\w+)", written(ROOT / "Courses" / course / "course.md", SOURCE_LANGUAGE), flags=re.M)[1]


def lessons(course, language):
    files = sorted(path for path in (ROOT / "Courses" / course).glob("[0-9]*.md") if path.name.count(".") == 1)
    for path in files:
        text = written(path, language)
        yield Lesson(
            path.stem.split("-", 1)[1], re.search(r"^title: *(.*)$", text, flags=re.M)[1].strip('"'),
            [step(*section) for section in sections(text)])


def front(text, key):
    """The lines of a key of the front matter that are set in: `  name: value`."""
    block = re.search(rf"^{key}:\n((?:  .*\n)+)", text, flags=re.M)
    return dict(re.findall(r"^  ([\w-]+): *(.*)$", block[1], flags=re.M)) if block else {}


def details(text, language):
    persona = re.search(r"^persona: *(\S+)", text, flags=re.M)
    if not persona:
        return {}
    own = front(written(ROOT / "Content/personas" / f"{persona[1]}.md", language), "details")
    return {name: value.strip('"') for name, value in own.items()}


def screen(id, title, body, known):
    fields, ways = [], []
    for line in body.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("|") and len(cells) >= 3 and not re.match(r"[-| :]+$", line):
            answer = re.sub(r"\{([\w-]+)\}", lambda name: known[name[1]], cells[2])
            fields.append((cells[1], answer, cells[3] if len(cells) > 3 else ""))
        conditions = re.findall(r"\{([?!])([\w-]+)\}", line)
        needs = frozenset(flag for kind, flag in conditions if kind == "?")
        forbids = frozenset(flag for kind, flag in conditions if kind == "!")
        for main, label, target, marks in re.findall(r'(\*\*)?\[([^\]]+)\]\(#([\w-]+)(?: "([^"]*)")?\)', line):
            sets, clears = (frozenset(mark[1:] for mark in marks.split() if mark[0] == sign) for sign in "+-")
            ways.append(Way(len(ways), plain(label), target, bool(main), sets, clears, needs, forbids))
    return Screen(id, title, fields[1:], ways)  # the first row names the columns


def practice(course, id, language):
    text = written(ROOT / "Courses" / course / "practices" / f"{id}.md", language)
    known = details(text, language)
    screens = {found[0]: screen(*found, known) for found in sections(text)}
    title = re.search(r"^title: *(.*)$", text, flags=re.M)[1].strip('"')
    return Practice(id, title, list(front(text, "tasks")), screens, next(iter(screens)))
