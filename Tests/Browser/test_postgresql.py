"""Two processes on one PostgreSQL server, as an installation has them that outgrew one machine."""

import os
import signal
import subprocess
import uuid

import pytest
from conftest import BINARY, Server, sign_in_learner, sign_in_staff

PLACE = os.environ.get("MEEDOEN_TEST_POSTGRESQL")
pytestmark = pytest.mark.skipif(PLACE is None, reason="no server to test with (script/with-postgresql)")


def meedoen(*arguments):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60)


@pytest.fixture(scope="module")
def database():
    name = "browser_" + uuid.uuid4().hex
    subprocess.run(["psql", "-q", PLACE + " dbname=postgres", "-c", f"CREATE DATABASE {name}"], check=True)
    host, user = (word.split("=")[1] for word in PLACE.split())
    return f"postgresql:///{name}?host={host}&user={user}"


@pytest.fixture(scope="module")
def both(tmp_path_factory, database):
    servers = [Server(tmp_path_factory.mktemp(name), "--demo", database=database) for name in ("one", "other")]
    yield servers
    for server in servers:
        server.stop()


def test_what_one_process_keeps_the_other_shows(both, person):
    one, other = both
    learner = person(one)
    sign_in_learner(learner, "yvonne", "vogel thee bank")
    learner.goto("/cursussen/digid/wat-is-digid/waarom")
    for _ in range(3):
        learner.get_by_label("Om iets te betalen").check()
        learner.get_by_role("button", name="Kijk").click()

    coach = person(other)
    sign_in_staff(coach, other, "carla")
    coach.goto("/groepen")
    coach.get_by_role("link", name="Maandagochtend").click()
    assert "wil hulp" in coach.get_by_role("row", name="Yvonne").inner_text()
    coach.get_by_role("link", name="Yvonne").click()
    assert coach.get_by_text("Om iets te betalen").count() == 3


def test_a_process_that_dies_leaves_everything_to_the_other(both, person):
    one, other = both
    one.stop(signal.SIGKILL)
    learner = person(other)
    sign_in_learner(learner, "henk", "boot kaas lamp")
    one.start()
    learner.goto(one.address + "/cursussen")
    assert learner.get_by_role("button", name="Klaar? Uitloggen").is_visible()


def test_the_log_of_both_is_whole(both, database):
    for server in both:
        found = meedoen("audit", "verify", "--database", database, "--heads", str(server.folder / "meedoen.audit-heads"))
        assert found.returncode == 0, found.stderr + found.stdout
        assert "The log is whole" in found.stdout


def test_the_address_is_told_without_its_password():
    found = meedoen("audit", "verify", "--database", "postgres://meedoen:geheim@127.0.0.1:1/meedoen")
    assert found.returncode == 2 and "geheim" not in found.stderr, found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_a_backup_is_left_to_the_server(database, tmp_path):
    found = meedoen("backup", "--database", database, str(tmp_path / "copy"))
    assert found.returncode == 2 and "pg_dump" in found.stderr
