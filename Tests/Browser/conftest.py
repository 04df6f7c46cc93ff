"""Starts the real binary on a free port of this machine, and a real browser in front of it."""

import functools
import os
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("MEEDOEN_BINARY", str(ROOT / ".build/debug/meedoen"))
PASSWORD = "vier-vrolijke-vogels"


class Server:
    """One `meedoen serve`, in a folder of its own; the database is a file in it unless told."""

    def __init__(self, folder, *options, courses=ROOT / "Courses", database=None):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.database = database or folder / "test.sqlite"
        self.log = folder / "serve.log"
        self.arguments = [
            BINARY, "serve", "--port", str(self.port), "--database", str(self.database),
            "--courses", str(courses), "--content", str(ROOT / "Content"), *options,
        ]
        self.start()

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.arguments, stdout=log, stderr=log, cwd=self.folder)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.address + "/uitgelogd").close()
                return
            except urllib.error.URLError:
                assert self.process.poll() is None, self.log.read_text()
                time.sleep(0.1)
        raise AssertionError("the server did not start: " + self.log.read_text())

    def stop(self, with_signal=signal.SIGTERM):
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=30)

    def one_time_code(self, name):
        """Of the demonstration's page. Each code works once, so wait for one that was not used."""
        used = self.__dict__.setdefault("used", set())
        while True:
            page = urllib.request.urlopen(self.address + "/demonstratie").read().decode()
            code = re.search(rf'>{name}</a></th><td class="key">[^<]*</td><td class="key">(\d+)', page)[1]
            if (name, code) not in used:
                used.add((name, code))
                return code
            time.sleep(1)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """One for each file of tests: nobody may sign in more than some times in a quarter of an hour."""
    server = Server(tmp_path_factory.mktemp("demo"), "--demo")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("site"))
    yield server
    server.stop()


@pytest.fixture
def own_courses(tmp_path):
    """A copy of the courses that a test may change, served with --watch."""
    courses = tmp_path / "Courses"
    shutil.copytree(ROOT / "Courses", courses)
    server = Server(tmp_path, "--watch", courses=courses)
    server.courses = courses
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture
def person(chromium):
    """Opens a window of its own for somebody; what the browser complains about fails the test."""
    contexts = []
    complaints = []

    def new_page(server, scripts, width):
        context = chromium.new_context(
            base_url=server.address, java_script_enabled=scripts, viewport={"width": width, "height": 900})
        context.set_default_timeout(30_000)
        contexts.append(context)
        return context.new_page()

    def open_window(server, scripts=True, width=1100):
        page = new_page(server, scripts, width)
        page.mirror = page if scripts else functools.cache(lambda: new_page(server, True, width))
        page.on("console", lambda message: complaints.append(message.text)
                if "Failed to load resource" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


def mirrored(page):
    """A page without scripts as it stands, in a window where axe, which is a script, can look at it. What asks after a
    quarter of an hour whether somebody is still there stays behind: axe takes that for a page that goes away."""
    html = re.sub(r"<(script|noscript)\b.*?</\1>", "", page.content(), flags=re.DOTALL)
    window, address = page.mirror(), page.url.split("#")[0]
    window.unroute_all()
    window.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    window.goto(address)
    return window


def accessible(page):
    """Nothing that axe finds, at this width and at a phone's, and no scrolling sideways at 320 pixels."""
    if page.mirror is not page:
        page = mirrored(page)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
    assert found.violations_count == 0, found.generate_report()
    size = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
    page.set_viewport_size(size)


def sign_in_staff(page, server, name):
    page.goto("/inloggen/medewerker")
    page.get_by_label("Naam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_label("Code uit je app").fill(server.one_time_code(name))
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name="Klaar? Uitloggen").wait_for()


def sign_in_learner(page, name, words):
    page.goto("/inloggen")
    page.get_by_label("Naam").fill(name)
    page.get_by_label("Drie woorden").fill(words)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("button", name="Klaar? Uitloggen").wait_for()
