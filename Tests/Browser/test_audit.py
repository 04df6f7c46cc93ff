"""The log: what citizens and auditors see of it, erasing somebody, and whether it is whole."""

import os
import re
import sqlite3
import subprocess

import pytest
from conftest import BINARY, Server, accessible, sign_in_learner, sign_in_staff


def verify(database, *options):
    return subprocess.run([BINARY, "audit", "verify", "--database", str(database), *options],
                          capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def own_demo(tmp_path_factory):
    """A demonstration in which people may disappear."""
    server = Server(tmp_path_factory.mktemp("own-demo"), "--demo")
    yield server
    server.stop()


def test_a_citizen_sees_who_looked_and_an_auditor_what_was_done(demo, person):
    coach = person(demo)
    sign_in_staff(coach, demo, "carla")
    coach.get_by_role("link", name="Groepen").click()
    coach.get_by_role("link", name="Maandagochtend").click()
    coach.get_by_role("link", name="Cor").click()

    citizen = person(demo)
    sign_in_learner(citizen, "cor", "brug melk sok")
    citizen.goto("/hulp")
    citizen.get_by_role("link", name="Wie deed wat met mijn gegevens?").click()
    assert re.search(r"\d\d:\d\d Carla \(coach\) bekeek jouw antwoorden\.", citizen.inner_text("main"))
    accessible(citizen)

    auditor = person(demo)
    sign_in_staff(auditor, demo, "vera")
    auditor.get_by_role("link", name="Logboek").click()
    accessible(auditor)
    table = auditor.inner_text("table")
    assert "Carla (coach)" in table and "Cor" not in table.replace("Coördinator", "")
    auditor.get_by_label("Wat er is gedaan").select_option("session.opened")
    auditor.get_by_label("Hoe het afliep").select_option("gedaan")
    auditor.get_by_role("button", name="Bekijk").click()
    assert "learner.attempts-seen" not in auditor.inner_text("table")
    auditor.get_by_label("Dag").fill("gisteren")
    auditor.get_by_role("button", name="Bekijk").click()
    assert "geen dag" in auditor.inner_text(".error-summary")
    accessible(auditor)
    for path in ("/groepen", "/coordinatie", "/beheer/medewerkers", "/auteurs"):
        assert auditor.goto(path).status == 404


def test_a_learner_erases_themselves(own_demo, person):
    learner = person(own_demo, scripts=False)
    sign_in_learner(learner, "piet", "hond ei muts")
    learner.goto("/wie-deed-wat")
    learner.get_by_role("link", name="Wis al mijn gegevens").click()
    learner.get_by_label("Drie woorden").fill("fout fout fout")
    learner.get_by_role("button", name="Wis al mijn gegevens").click()
    assert "kloppen niet" in learner.inner_text(".error-summary")
    learner.get_by_label("Drie woorden").fill("hond ei muts")
    learner.get_by_role("button", name="Wis al mijn gegevens").click()
    assert "Alles is gewist" in learner.inner_text("h1")
    assert learner.get_by_role("link", name="Inloggen").count() == 1
    other = person(own_demo)
    sign_in_learner(other, "marek", "bal vis tafel")
    other.goto("/mijn-gegevens/wissing")
    accessible(other)
    learner.goto("/inloggen")
    learner.get_by_label("Naam").fill("piet")
    learner.get_by_label("Drie woorden").fill("hond ei muts")
    learner.get_by_role("button", name="Inloggen").click()
    assert "horen niet bij elkaar" in learner.inner_text(".error-summary")


def test_a_coordinator_erases_who_asks_for_it_at_the_desk(own_demo, person):
    coordinator = person(own_demo)
    sign_in_staff(coordinator, own_demo, "karim")
    coordinator.get_by_role("link", name="Groepen").click()
    coordinator.get_by_role("link", name="Maandagochtend").click()
    coordinator.get_by_role("link", name="Dewi").click()
    coordinator.get_by_role("link", name="Alle gegevens van deze persoon wissen").click()
    assert "Dewi" in coordinator.inner_text("h1")
    accessible(coordinator)
    coordinator.get_by_role("button", name="Wis alle gegevens").click()
    assert "vinkje" in coordinator.inner_text(".error-summary")
    coordinator.get_by_label("Ja, ik weet het zeker").check()
    coordinator.get_by_role("button", name="Wis alle gegevens").click()
    coordinator.goto("/groepen")
    coordinator.get_by_role("link", name="Maandagochtend").click()
    assert "Dewi" not in coordinator.inner_text("main")
    found = verify(own_demo.database)
    assert found.returncode == 0, found.stdout + found.stderr


def test_serve_signs_when_it_starts_and_stops_and_the_key_is_its_own(tmp_path):
    heads = tmp_path / "elsewhere.heads"
    server = Server(tmp_path, "--audit-heads", str(heads))
    server.stop()
    lines = [line.split() for line in heads.read_text().splitlines() if not line.startswith("#")]
    assert [line[0] for line in lines] == ["key", "head", "head"]
    key = tmp_path / "test.audit-key"
    assert os.stat(key).st_mode & 0o777 == 0o600
    assert verify(server.database, "--heads", str(heads)).returncode == 0
    renewed = subprocess.run(
        [BINARY, "audit", "key", "--database", str(server.database), "--audit-heads", str(heads)],
        capture_output=True, text=True, timeout=30)
    assert renewed.returncode == 0, renewed.stderr
    server.start()
    server.stop()
    found = verify(server.database, "--heads", str(heads))
    assert found.returncode == 0, found.stdout
    assert "The log is whole" in found.stdout and "5 signed heads" in found.stdout
    assert verify(server.database).returncode == 2, "it was signed, so the heads are asked for"
    key.unlink()
    ended = subprocess.run(server.arguments, capture_output=True, text=True, timeout=30)
    assert ended.returncode == 2 and len(ended.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("attack, sentence", [
    ("UPDATE audit_entry SET at = at + 1 WHERE sequence = 2", "entry 2 was changed"),
    ("DELETE FROM audit_entry WHERE sequence = 2", "entry 2 was removed"),
    ("DELETE FROM audit_entry WHERE sequence = (SELECT max(sequence) FROM audit_entry)", "and all after it"),
])
def test_verify_names_what_is_wrong(tmp_path, attack, sentence):
    server = Server(tmp_path)
    server.stop()
    assert verify(server.database).returncode == 0
    with sqlite3.connect(server.database) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute(attack)
    found = verify(server.database)
    assert found.returncode == 1
    assert sentence in found.stdout


def test_verify_says_what_it_cannot_do(tmp_path):
    assert verify(tmp_path / "none.sqlite").returncode == 2
    assert not (tmp_path / "none.sqlite").exists()
    server = Server(tmp_path)
    server.stop()
    found = verify(server.database, "--heads", str(tmp_path / "none.heads"))
    assert found.returncode == 2 and "there is no file" in found.stderr
