"""How the learner of script/walk does a practice website: by every way of every screen."""

import re

from walk_answers import plain, words


class Practising:
    """One practice, by every way of every screen, and then straight to its end."""

    def __init__(self, learner, practice):
        self.learner, self.page, self.practice = learner, learner.page, practice
        self.screen, self.flags = practice.start, frozenset()
        self.entrance = self.page.url
        self.taken, self.filled = set(), set()

    def walk(self, thoroughly):
        self.check()
        while thoroughly and self.left():
            ways = self.practice.way_to(self.has_new_way, self.screen, self.flags)
            if ways is None:
                if (self.screen, self.flags) == (self.practice.start, frozenset()):
                    break
                self.start_again()
                continue
            for way in ways:
                self.take(way)
            self.take(self.new_way(self.screen, self.flags))
        for screen, number in self.left() if thoroughly else ():
            self.learner.fault(f"{self.practice.id}/{screen}: way {number + 1} is never shown")
        self.start_again()
        for way in self.practice.way_to(self.practice.done, self.screen, self.flags) or ():
            self.take(way)
        if self.learner.expect(self.page.locator(".practice-side .feedback-right").count() == 1, f"{self.practice.id} does not end"):
            self.learner.counts["practices"] += thoroughly
        self.learner.press(self.page.locator(".practice-side .feedback-right a.button"))

    def start_again(self):
        self.page.goto(self.entrance)
        self.screen, self.flags = self.practice.start, frozenset()

    def left(self):
        return [(screen.id, way.number) for screen in self.practice.screens.values() for way in screen.ways
                if (screen.id, way.number) not in self.taken]

    def new_way(self, screen, flags):
        return next((way for way in self.practice.screens[screen].ways
                     if way.shown(flags) and (screen, way.number) not in self.taken), None)

    def has_new_way(self, screen, flags):
        return self.new_way(screen, flags) is not None

    def button(self, way):
        form = self.page.locator(".practice-screen form")
        button = form.locator(f"button[name=naar][value='{way.number}']:not(.visually-hidden)")
        if button.count():
            return button
        links = form.locator(f"a.button[href*='/{way.target}?'], a.button[href$='/{way.target}']")
        return links.filter(has_text=re.compile(rf"^\s*{re.escape(way.label)}\s*$"))

    def take(self, way):
        self.taken.add((self.screen, way.number))
        fields = self.practice.screens[self.screen].fields
        if way.main and fields:
            if self.screen not in self.filled:
                self.filled.add(self.screen)
                self.stumble(way, fields)
            self.fill(fields)
        button = self.button(way)
        if not self.learner.expect(button.count() == 1, f"{self.screen}: {button.count()} buttons “{way.label}”"):
            raise LookupError(f"{self.practice.id}/{self.screen}: {way.label}")
        self.learner.press(button)
        self.screen, self.flags = way.target, frozenset(way.after(self.flags))
        self.check()

    def stumble(self, way, fields):
        """Sends the form empty, and reads the help."""
        self.learner.press(self.button(way), mistake=True)
        for place, (kind, answer, help) in enumerate(fields):
            if kind == "checkbox" and answer == "no":
                continue
            error = self.page.locator(f"[id='veld-{place}-error']")
            if self.learner.expect(error.count() == 1, f"{self.screen}: nothing is said of field {place + 1}"):
                self.learner.expect(plain(help) in words(error.inner_text()), f"{self.screen}: no help with field {place + 1}")
        self.learner.look(f"{self.practice.id}/{self.screen} mistakes")

    def fill(self, fields):
        for place, (kind, answer, _) in enumerate(fields):
            control = self.page.locator(f"[id='veld-{place}']")
            if kind == "checkbox":
                control.set_checked(answer == "yes")
            elif kind.startswith("choice:"):
                choice = kind.removeprefix("choice:").split(" / ")[0].strip() if answer == "*" else answer
                control.select_option(choice)
            else:
                control.fill("iets" if answer == "*" else answer)

    def check(self):
        page, practice = self.page, self.practice
        self.learner.counts["screens"] += 1
        self.learner.expect(f"/{practice.id}/{self.screen}" in page.url, f"this is not the screen {self.screen}")
        self.learner.expect(words(page.inner_text("h1")) == plain(practice.screens[self.screen].title), "another title")
        ticked = page.locator(".tasks li:has-text('☑')").count()
        self.learner.expect(ticked == len(set(practice.tasks) & self.flags), f"{ticked} tasks are ticked")
        done = page.locator(".practice-side .feedback-right").count() == 1
        self.learner.expect(done == practice.done(self.screen, self.flags), f"done: {done}")
        self.learner.look(f"{practice.id}/{self.screen}")
