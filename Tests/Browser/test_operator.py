"""Set-up, bad input and endings: what an operator and an attacker meet."""

import http.client
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.parse

import pytest
from conftest import BINARY, ROOT, Server, accessible


def ask(server, method, path, body=None, headers=None):
    """One request, without a browser's kindness."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    if isinstance(body, dict):
        body = urllib.parse.urlencode(body)
    connection.request(method, path, body, {"Origin": server.address, **(headers or {})})
    answer = connection.getresponse()
    return answer, answer.read().decode()


def serve(*options):
    return subprocess.run([BINARY, "serve", *options], capture_output=True, text=True, timeout=30, cwd=ROOT)


def test_the_first_administrator_opens_the_set_up_link(tmp_path, person):
    server = Server(tmp_path)
    try:
        time.sleep(0.5)
        link = re.search(r"http://\S+/instellen/\w+", server.log.read_text())[0]
        page = person(server)
        page.goto(link)
        accessible(page)
        key = page.locator("strong.key").inner_text().replace(" ", "")
        code = subprocess.run(["python3", "-c", TOTP, key], capture_output=True, text=True, check=True).stdout.strip()
        page.get_by_label("Nieuw wachtwoord").fill("een zin van woorden")
        page.get_by_label("Typ het wachtwoord nog een keer").fill("een zin van worden")
        page.get_by_label("Code uit je app").fill(code)
        page.get_by_role("button", name="Klaar", exact=True).click()
        assert "niet gelijk" in page.inner_text(".error-summary")
        page.get_by_label("Nieuw wachtwoord").fill("een zin van woorden")
        page.get_by_label("Typ het wachtwoord nog een keer").fill("een zin van woorden")
        page.get_by_label("Code uit je app").fill(code)
        page.get_by_role("button", name="Klaar", exact=True).click()
        page.get_by_role("link", name="Medewerkers", exact=True).click()
        page.get_by_label("Naam van de organisatie").fill("Bibliotheek Oefenstad")
        page.get_by_role("button", name="Organisatie toevoegen").click()
        page.get_by_label("Naam", exact=True).fill("Carla")
        page.get_by_label("coach").check()
        page.get_by_role("button", name="Medewerker toevoegen").click()
        assert "/instellen/" in page.inner_text(".callout")
        accessible(page)
        answer, _ = ask(server, "GET", urllib.parse.urlparse(link).path)
        assert answer.status == 410
    finally:
        server.stop()


TOTP = """
import base64, hmac, struct, sys, time
key = base64.b32decode(sys.argv[1])
digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
place = digest[-1] & 15
print("%06d" % (struct.unpack(">I", digest[place:place + 4])[0] % 2**31 % 10**6))
"""


@pytest.mark.parametrize("method, path, body, status", [
    ("GET", "/nergens", None, 404),
    ("GET", "/cursussen/bestaat-niet", None, 404),
    ("GET", "/cursussen/%00", None, 404),
    ("POST", "/inloggen", {"naam": "", "code": ""}, 422),
    ("POST", "/inloggen", {"naam": "x" * 70_000}, 413),
    ("POST", "/mijn-naam", {"naam": "!!"}, 422),
    ("GET", "/instellen/niets", None, 410),
    ("GET", "/groepen", None, 303),
])
def test_every_answer_has_a_page_and_the_headers(site, method, path, body, status):
    answer, text = ask(site, method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status == status
    policy = answer.getheader("Content-Security-Policy")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Referrer-Policy") == "same-origin"
    if status != 303:
        assert "<h1>" in text and "Meedoen" in text


def test_another_site_cannot_act_for_a_visitor(site):
    body = {"naam": "Fatma"}
    assert ask(site, "POST", "/mijn-naam", body, {"Origin": "https://elders.example"})[0].status == 403
    assert ask(site, "POST", "/mijn-naam", body, {"Sec-Fetch-Site": "cross-site"})[0].status == 403
    assert ask(site, "POST", "/mijn-naam", body, {"Origin": "null"})[0].status == 403


def test_too_many_tries_must_wait_and_are_told_how_long(site):
    body = {"naam": "geduld", "code": "fout fout fout"}
    statuses = [ask(site, "POST", "/inloggen", body)[0].status for _ in range(10)]
    assert statuses == [422] * 10
    answer, text = ask(site, "POST", "/inloggen", body)
    assert answer.status == 429
    assert 0 < int(answer.getheader("Retry-After")) <= 900
    assert re.search(r"Wacht \d+ minuten", text)


def test_a_form_sent_twice_counts_once(site, person):
    page = person(site)
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    page.get_by_role("button", name="Volgende").click()
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    form = page.locator("form.onward input[name=formulier]").input_value()
    cookie = "; ".join(f"{c['name']}={c['value']}" for c in page.context.cookies())
    for _ in range(2):
        answer, _ = ask(site, "POST", "/cursussen/digid/wat-is-digid/waarom/voltooiing", {"formulier": form}, {"Cookie": cookie})
        assert answer.status == 303
    with sqlite3.connect(site.database) as database:
        assert database.execute("SELECT count(*) FROM learning_event WHERE id = ?", [form]).fetchone() == (1,)


def test_serve_ends_with_one_sentence_where_it_cannot_begin(tmp_path, site):
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database at all, but it is long enough" * 100)
    newer = tmp_path / "newer.sqlite"
    Server(tmp_path).stop()
    (tmp_path / "test.sqlite").rename(newer)
    with sqlite3.connect(newer) as database:
        database.execute("INSERT INTO migration VALUES ('from-the-future', 0)")
    for options in (
        ["--courses", str(tmp_path / "nowhere")],
        ["--database", str(broken)],
        ["--database", str(newer)],
        ["--database", str(tmp_path / "no" / "folder.sqlite")],
        ["--database", str(tmp_path / "other.sqlite"), "--port", str(site.port)],
    ):
        ended = serve(*options)
        assert ended.returncode == 2, ended
        assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_nothing_acknowledged_is_lost_when_the_server_ends(tmp_path, how):
    server = Server(tmp_path)
    acknowledged = 0
    for round in range(3):
        for _ in range(20):
            answer, _ = ask(server, "POST", "/cursussen/digid/wat-is-digid/waarom/voltooiing", {})
            acknowledged += answer.status == 303
        ended = server.stop(how)
        assert how == signal.SIGKILL or ended == 0
        if round < 2:
            server.start()
    with sqlite3.connect(server.database) as database:
        assert database.execute("SELECT count(*) FROM learning_event").fetchone() == (acknowledged,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert acknowledged == 60


def test_a_backup_is_whole_while_the_site_is_served(site, tmp_path):
    copy = tmp_path / "copy.sqlite"
    arguments = [BINARY, "backup", "--database", str(site.database), str(copy)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    with sqlite3.connect(copy) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM account").fetchone()[0] > 0
    again = subprocess.run(arguments, capture_output=True, text=True, timeout=30)
    assert again.returncode == 2


def test_a_first_visit_is_small(site):
    sizes = 0
    _, page = ask(site, "GET", "/cursussen/digid/wat-is-digid/waarom")
    answer, _ = ask_raw(site, "/cursussen/digid/wat-is-digid/waarom")
    sizes += answer
    parts = re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)
    assert len(parts) + 1 <= 4
    for part in parts:
        sizes += ask_raw(site, part)[0]
    assert sizes <= 30_000


def ask_raw(server, path):
    """The bytes that travel, compressed."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return len(answer.read()), answer
