"""The learner of script/walk: goes on by the buttons of the page, and says what is wrong with each page on the way."""

import re
from collections import Counter
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from walk_answers import SOURCE_LANGUAGE, plain, words
from walk_practice import Practising

NARROW = {"width": 360, "height": 740}
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
MARKS = re.compile(r"\*\*|\]\(|\{[#?!]|\[!|&(?:amp|quot|lt);")
# What a page says of itself, in one go.
SEEN = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    headings: all("h1").length,
    language: document.documentElement.lang,
    width: document.documentElement.scrollWidth,
    parts: all("main [lang]").map((part) => [part.lang, part.innerText]),
    text: document.querySelector("main").innerText,
    pictures: all("main img").length,
    links: all("main a[href^='/']").map((link) => link.getAttribute("href")),
    unexplained: all("button.term").filter((term) =>
      (document.getElementById(term.getAttribute("popovertarget"))?.textContent.trim().length ?? 0) < 20
    ).map((term) => term.innerText),
    cut: all("main :is(a, button, p, li, label, h1, h2, img, select, input)").filter((part) =>
      part.getBoundingClientRect().right > document.documentElement.clientWidth && !part.closest(".scroll, .table-scroll, .visually-hidden")
    ).map((part) => part.innerText || part.id),
  };
}"""


class Learner:
    def __init__(self, context, course, lessons, practices, language, scripts):
        self.page = context.new_page()
        self.course, self.lessons, self.practices = course, lessons, practices
        self.language, self.scripts = language, scripts
        self.counts, self.faults = Counter(), []
        # The slow part, axe and each wrong answer, once for each course: the others differ in words or in script only.
        self.examines = scripts and language == SOURCE_LANGUAGE
        self.expects_mistake = False
        self.examined, self.followed, self.practised = set(), set(), set()
        self.page.on("console", self.overhear)
        self.page.on("pageerror", lambda error: self.fault(f"script: {error}"))
        self.page.on("response", self.receive)

    def fault(self, what):
        fault = f"{urlsplit(self.page.url).path}: {what}"
        if fault not in self.faults:
            self.faults.append(fault)

    def overhear(self, message):
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.fault(f"console: {message.text}")

    def receive(self, response):
        if response.status >= 400 and not (response.status == 422 and self.expects_mistake):
            self.fault(f"{response.status} from {response.url}")

    def expect(self, holds, what):
        if not holds:
            self.fault(what)
        return holds

    # What is looked at on every page.

    def look(self, key=None):
        """Looks at the page; the slow part once for each key."""
        page = self.page
        seen = page.evaluate(SEEN)
        self.expect(seen["headings"] == 1, f"{seen['headings']} h1")
        self.expect(seen["language"] == self.language, "the page says another language")
        self.expect(seen["width"] <= NARROW["width"], f"{seen['width']} pixels wide")
        for language, part in seen["parts"]:
            self.expect(language == self.language, f"not translated: {words(part)[:40]}")
        for mark in set(MARKS.findall(seen["text"])):
            self.fault(f"shows {mark}")
        for part in seen["cut"]:
            self.fault(f"cut off: {words(part)[:40]}")
        for word in seen["unexplained"]:
            self.fault(f"{word} is not explained")
        for picture in page.locator("main img").all() if seen["pictures"] else ():
            picture.scroll_into_view_if_needed()
            self.expect(
                picture.evaluate("async i => (await i.decode().catch(() => 0), i.naturalWidth > 0)"),
                f"picture {picture.get_attribute('src')} does not show")
        for link in seen["links"]:
            self.follow(link)
        if self.examines and key and key not in self.examined:
            self.examined.add(key)
            found = Axe().run(page, options=AXE)
            for violation in found.response["violations"]:
                self.fault(f"axe {violation['id']}: {violation['nodes'][0]['target']}")

    def follow(self, link):
        """A link that the walk itself may not take."""
        path, _, anchor = link.partition("#")
        if link in self.followed or path.startswith("/oefeningen/"):
            return
        self.followed.add(link)
        answer = self.page.context.request.get(link)
        self.expect(answer.ok, f"{answer.status} from {link}")
        self.expect(not anchor or f'id="{anchor}"' in answer.text(), f"nothing at {link}")

    def press(self, target, mistake=False):
        """Presses, and waits for the page that comes."""
        self.expects_mistake = mistake
        with self.page.expect_navigation():
            target.click()
        self.expects_mistake = False

    # The walk.

    def walk(self):
        self.page.goto("/")
        switch = self.page.locator(f"form.language button[value='{self.language}']")
        if switch.count():
            self.press(switch)
        self.press(self.page.locator(f".cards a[href='/cursussen/{self.course}']"))
        self.look("course")
        self.press(self.page.locator("main a.button"))
        for lesson in self.lessons:
            self.expect(self.page.url.endswith(f"/{lesson.id}"), f"this is not the lesson {lesson.id}")
            self.look(lesson.id)
            self.press(self.page.locator("main a.button"))
            for number, step in enumerate(lesson.steps, 1):
                self.take(step, number, lesson)
            self.look("finished")
            self.expect("/afgerond/" in self.page.url, "the lesson does not end")
            self.press(self.page.locator("main a.button").first)
        self.expect(self.page.url.endswith("/cursussen"), "the course does not end at the courses")
        self.page.goto(f"/cursussen/{self.course}")
        self.expect(self.page.locator(".lessons .state-done").count() == len(self.lessons), "not every lesson is done")

    def take(self, step, number, lesson):
        page = self.page
        self.counts["steps"] += 1
        self.expect(page.url.endswith(f"/{lesson.id}/{step.id}"), f"this is not the step {step.id}")
        self.expect(words(page.inner_text("h1")) == plain(step.title), "another title")
        self.expect(str(number) in page.inner_text(".step-number"), "another number")
        self.look(f"{lesson.id}/{step.id}")
        here = page.url
        for question in step.questions:
            self.answer(question)
        lists = page.locator("form.checklist")
        self.expect(lists.count() == step.checklists, f"{lists.count()} checklists")
        for place in range(lists.count()):
            self.tick(lists.nth(place))
        for id in step.practices:
            self.press(page.locator(f".practice-card a[href^='/oefeningen/{self.course}/{id}?']"))
            Practising(self, self.practices[id]).walk(thoroughly=id not in self.practised)
            self.practised.add(id)
            self.expect(page.url.split("#")[0] == here.split("#")[0], "the practice leads back to another step")
        self.look(f"{lesson.id}/{step.id} answered")
        self.press(page.locator("form.onward > button"))

    def tick(self, form):
        id = form.get_attribute("id")
        for box in form.locator("input[type=checkbox]").all():
            box.check()
        self.press(form.locator("> button"))
        boxes = self.page.locator(f"[id='{id}'] input[type=checkbox]").all()
        self.expect(boxes and all(box.is_checked() for box in boxes), "the ticks are not kept")

    # Questions.

    def answer(self, question):
        self.counts["questions"] += 1
        section = self.page.locator(f"[id='vraag-{question.id}']")
        if not self.expect(section.count() == 1, f"no question {question.id}"):
            return
        if self.counts["questions"] == 1:
            self.press(section.locator("form > button"), mistake=True)
            self.expect(section.locator(".error").is_visible(), f"{question.id}: nothing is said of an empty answer")
        for attempt in self.wrong(question)[:None if self.examines else 1]:
            self.fill(section, question, attempt)
            self.judge(section, question, attempt, right=False)
        self.fill(section, question, self.right(question))
        self.judge(section, question, self.right(question), right=True)

    def wrong(self, question):
        places = range(len(question.options))
        if question.kind == "one":
            return [{place} for place in places if place not in question.right]
        if question.kind == "several":
            return [set(places) - question.right or {min(question.right)}, set(places)]
        return [["zzz"]] if question.kind == "typed" else [[*places][::-1]]

    def right(self, question):
        if question.kind == "typed":
            return question.options
        return question.right or [*range(len(question.options))]

    def fill(self, section, question, answer):
        if question.kind in ("one", "several"):
            for place, box in enumerate(section.locator("input[name=antwoord]").all()):
                if place in answer or question.kind == "several":
                    box.set_checked(place in answer)
        elif question.kind == "typed":
            section.locator("input[name=antwoord]").fill(f" {plain(answer[0]).upper()} ")
        elif question.kind == "order":
            for place, other in enumerate(answer, 1):
                section.locator(f"select[name=plaats-{other}]").select_option(str(place))
        else:
            for place, other in enumerate(answer):
                section.locator(f"select[name=past-{place}]").select_option(str(other))

    def judge(self, section, question, answer, right):
        self.press(section.locator("form > button"))
        said = section.locator(f".feedback-{'right' if right else 'wrong'}")
        if not self.expect(said.count() == 1, f"{question.id}: {answer} is not judged {'right' if right else 'wrong'}"):
            return
        heard = words(said.inner_text())
        expected = sorted(answer) if question.kind in ("one", "several") else []
        for place in expected:
            feedback = plain(question.feedback.get(place, ""))
            self.expect(feedback in heard, f"{question.id}: “{feedback}” is not said")
        if question.kind == "one" and not right:
            self.expect(expected[0] in question.feedback, f"{question.id}: no feedback for answer {expected[0] + 1}")
