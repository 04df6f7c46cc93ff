"""A desk clerk with the paper of a mandate: is it real, and does it still hold?"""

import json
import re
import subprocess
import time
import urllib.request

import pytest
from conftest import BINARY, Server, accessible, sign_in_learner


@pytest.fixture(scope="module")
def own_demo(tmp_path_factory):
    """A demonstration in which a mandate may be stopped, and keys renewed."""
    server = Server(tmp_path_factory.mktemp("check"), "--demo")
    yield server
    server.stop()


def fatma(person, server, scripts=True):
    """Signed in, at the mandate that holds."""
    citizen = person(server, scripts=scripts)
    sign_in_learner(citizen, "fatma", "fiets tulp brood")
    citizen.goto("/hulp")
    citizen.locator("main .card", has_text="geldt nu").get_by_role("link").first.click()
    return citizen


def proof(citizen):
    citizen.get_by_role("link", name="Bewijs dat deze machtiging geldt").click()


def test_a_clerk_scans_the_code_and_another_types_it(own_demo, person, tmp_path):
    citizen = fatma(person, own_demo)
    proof(citizen)
    accessible(citizen)
    picture = tmp_path / "code.png"
    citizen.locator(".qr-code").screenshot(path=picture)
    read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True).stdout.strip()
    printed = citizen.locator(".check-code strong").inner_text()
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4} ){3}[0-9A-HJKMNP-TV-Z]{4}", printed)
    assert read == f"{own_demo.address}/controle/{printed.replace(' ', '')}"

    clerk = person(own_demo)
    clerk.goto(read)
    accessible(clerk)
    assert clerk.get_by_role("heading", level=1).inner_text() == "Ja, deze machtiging geldt nu"
    told = clerk.inner_text("main")
    assert "F." in told and "B." in told and "Fatma" not in told and "Bram" not in told

    other = person(own_demo, scripts=False, width=360)
    other.goto("/controle")
    code = other.get_by_label("Code op het papier")
    code.fill(printed[:-1] + ("A" if printed[-1] != "A" else "B"))
    other.keyboard.press("Enter")
    other.locator(".error-summary", has_text="typefout").wait_for()
    assert other.title().startswith("Fout:")
    code.fill(printed[:9])
    other.keyboard.press("Enter")
    other.locator(".error-summary", has_text="Jij typte er 8").wait_for()
    code.fill(f" {printed.lower().replace('0', 'o').replace('1', 'l')} ")
    other.keyboard.press("Enter")
    other.get_by_role("heading", level=1, name="Ja, deze machtiging geldt nu").wait_for()

    citizen.goto("/wie-deed-wat")
    assert "Iemand met de code van je papier keek of jouw machtiging geldt" in citizen.inner_text("main")


def test_an_unknown_code_and_the_form_are_accessible(own_demo, person):
    clerk = person(own_demo)
    clerk.goto("/controle")
    accessible(clerk)
    clerk.get_by_role("button", name="Kijk of het klopt").click()
    assert "Typ de code" in clerk.inner_text(".error-summary")
    accessible(clerk)
    clerk.goto("/controle/0000-0000-0000-0000")
    assert clerk.get_by_role("heading", level=1).inner_text() == "Deze code kennen we niet"
    accessible(clerk)
    clerk.get_by_role("button", name="English").click()
    assert clerk.get_by_role("heading", level=1).inner_text() == "We do not know this code"


def verify(statement, keys):
    return subprocess.run([BINARY, "statement", "verify", str(statement), "--keys", str(keys)],
                          capture_output=True, text=True, timeout=60)


def fetch_keys(server, path):
    with urllib.request.urlopen(server.address + "/.well-known/jwks.json") as answer:
        path.write_bytes(answer.read())
    return path


def test_a_statement_is_verified_without_a_network(own_demo, person, tmp_path):
    citizen = fatma(person, own_demo)
    mandate = citizen.url
    proof(citizen)
    with citizen.expect_download() as download:
        citizen.get_by_role("link", name="Bewaar de ondertekende verklaring").click()
    old = tmp_path / "oud.jwt"
    download.value.save_as(old)
    keys = fetch_keys(own_demo, tmp_path / "keys.json")
    found = verify(old, keys)
    assert found.returncode == 0, found.stderr
    assert "This statement is genuine." in found.stdout and "Geeft geen toegang" in found.stdout
    assert "Fatma" not in found.stdout and "Bram" not in found.stdout

    # A new key takes over while the site is served.
    made = subprocess.run([BINARY, "statement", "key", "--database", str(own_demo.database)],
                          capture_output=True, text=True, timeout=60)
    assert made.returncode == 0, made.stderr
    both = fetch_keys(own_demo, tmp_path / "both.json")
    assert len(json.loads(both.read_text())["keys"]) == 2
    answer = citizen.request.get(mandate + "/verklaring")
    new = tmp_path / "nieuw.jwt"
    new.write_bytes(answer.body())
    assert verify(old, both).returncode == 0
    assert verify(new, both).returncode == 0
    assert verify(new, keys).returncode == 1
    changed = tmp_path / "veranderd.jwt"
    changed.write_text(old.read_text().replace(".", ".A", 1))
    assert "Do not rely" in verify(changed, both).stdout
    assert verify(tmp_path / "niets", both).returncode == 2
    assert verify(old, old).returncode == 2


def test_what_was_stopped_shows_at_once(own_demo, person):
    citizen = fatma(person, own_demo, scripts=False)
    mandate = citizen.url
    proof(citizen)
    code = citizen.locator(".check-code strong").inner_text()
    citizen.goto(mandate)
    citizen.get_by_role("button", name="Stop deze machtiging").click()
    clerk = person(own_demo)
    clerk.goto("/controle/" + code.replace(" ", ""))
    assert clerk.get_by_role("heading", level=1).inner_text() == "Nee, deze machtiging geldt niet meer"
    assert clerk.get_by_role("link", name="Bewaar de ondertekende verklaring").count() == 0
    accessible(clerk)
    citizen.get_by_role("link", name="Bewijs dat dit is gestopt").click()
    assert citizen.locator(".check-code strong").inner_text() == code


def test_who_guesses_must_wait(own_demo, person):
    guesser = person(own_demo, scripts=False)
    for _ in range(61):
        answer = guesser.request.get("/controle/0000000000000000")
    assert answer.status == 429
    assert int(answer.headers["retry-after"]) <= 900
    guesser.goto("/controle/0000000000000000")
    assert "Even wachten" in guesser.inner_text("h1")
