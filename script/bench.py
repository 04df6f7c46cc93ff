"""The measuring part of script/bench. Loopback only; every load is bounded in time."""

import collections
import datetime
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
import threading
import time
import urllib.parse
import zoneinfo
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BINARY = sys.argv[1]
ENTRIES = 1_000_000
GUESSES = 2_000
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
STEP = "/cursussen/digid/wat-is-digid/waarom"
Row = collections.namedtuple("Row", "name rate p50 p99 errors cpu rss")
running = []


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(arguments, port, path):
    """Starts a server; answers it, and how long it took to its first answer in ms."""
    begin = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    running.append(process)
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            connection.getresponse().read()
            return process, (time.monotonic() - begin) * 1000
        except OSError:
            if process.poll() is not None or time.monotonic() - begin > 60:
                raise SystemExit(f"{arguments[0]} did not start")
            time.sleep(0.002)


def family(process):
    """The process and its children: nginx works in one of them."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [process.pid, *map(int, children)]


def cpu(process):
    ticks = 0
    for pid in family(process):
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def rss(process):
    """Resident memory in MB."""
    sizes = [int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) for pid in family(process)]
    return sum(sizes) / 1024


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def wrk(name, process, url, *options, connections=32):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", *options, url]
    subprocess.run([*command[:3], "-d1s", *command[4:]], capture_output=True, check=True)
    before = cpu(process)
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = cpu(process) - before
    requests = int(re.search(r"(\d+) requests in", out)[1])
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    lost = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", out)
    errors = (int(bad[1]) if bad else 0) + (sum(map(int, lost.groups())) if lost else 0)
    return Row(
        name, float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), milliseconds(re.search(r"\n\s+50%\s+(\S+)", out)[1]),
        milliseconds(re.search(r"\n\s+99%\s+(\S+)", out)[1]), errors, used / max(1, requests) * 1e6, rss(process))


def nginx(folder, body):
    port = free_port()
    page = folder / "www" / STEP.lstrip("/")
    page.parent.mkdir(parents=True)
    page.write_bytes(body)
    configuration = folder / "nginx.conf"
    configuration.write_text(f"""
        daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log /dev/null;
        events {{ worker_connections 1024; }}
        http {{ access_log off; sendfile on; tcp_nodelay on; open_file_cache max=100; default_type text/html;
            keepalive_requests 100000000;
            client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
            uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
            server {{ listen 127.0.0.1:{port}; root {folder}/www; }} }}""")
    return start(["/usr/sbin/nginx", "-c", str(configuration)], port, STEP)[0], port


def courses(folder):
    """The real courses, and one of forty lessons for the dashboard."""
    shutil.copytree(ROOT / "Courses", folder / "Courses")
    course = folder / "Courses" / "bench"
    course.mkdir()
    course.joinpath("course.md").write_text(
        "---\ntitle: Bench\nsummary: Veertig lessen.\naudience: learner\nlevel: basis-1\nstatus: published\n---\n")
    for number in range(1, 41):
        course.joinpath(f"{number:02}-les-{number}.md").write_text(
            f"---\ntitle: Les {number}\nminutes: 5\ngoals: [Iets]\n---\n\n## Een {{#een}}\n\nTekst.\n\n## Twee {{#twee}}\n\nTekst.\n")
    return folder / "Courses"


def today():
    """The day in the Netherlands, as forms send it."""
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date().isoformat()


def lua(folder, name, text):
    path = folder / name
    path.write_text(text)
    return str(path)


def sign_in(port, cards):
    """200 people sign in from 20 threads, while one reads a lesson; rates in ms."""
    times, reading, statuses = [], [], []
    waiting = [cards[number % len(cards)] for number in range(200)]
    lock, done = threading.Lock(), threading.Event()

    def work():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with lock:
                if not waiting:
                    return
                name, words = waiting.pop()
            begin = time.monotonic()
            connection.request("POST", "/inloggen", urllib.parse.urlencode({"naam": name, "code": words}),
                               {"Sec-Fetch-Site": "same-origin"})
            answer = connection.getresponse()
            answer.read()
            times.append((time.monotonic() - begin) * 1000)
            statuses.append(answer.status)

    def read():
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while not done.is_set():
            begin = time.monotonic()
            connection.request("GET", STEP)
            connection.getresponse().read()
            reading.append((time.monotonic() - begin) * 1000)

    threads = [threading.Thread(target=work) for _ in range(20)]
    reader = threading.Thread(target=read)
    begin = time.monotonic()
    reader.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = 200 / (time.monotonic() - begin)
    done.set()
    reader.join()
    quantile = lambda values: statistics.quantiles(values, n=100)[98]
    return rate, statistics.median(times), quantile(times), sum(s != 303 for s in statuses), quantile(reading)


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def check_code():
    """A code that nobody has, with a right check character."""
    values = [random.randrange(32) for _ in range(15)]
    check = 0
    for value in values:
        check = (check ^ value) * 2
        if check > 31:
            check ^= 37
    return "".join(ALPHABET[value] for value in [*values, check])


def guesses(port, known):
    """What the time of an answer tells a guesser: codes that exist, codes that do not and typing mistakes in turn, each
    from another address; the median of each kind in ms. A guesser meets each code once, so no known one comes twice."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times = {"known": [], "unknown": [], "mistyped": []}

    def mistyped():
        code = check_code()
        return code[:-1] + ALPHABET[(ALPHABET.index(code[-1]) + 1) % 32]

    for number, code in enumerate(random.sample(known, min(len(known), GUESSES))):
        turn = [("known", code), ("unknown", check_code()), ("mistyped", mistyped())]
        for kind, typed in random.sample(turn, 3):
            address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
            begin = time.perf_counter()
            connection.request("GET", f"/controle/{typed}", headers={"X-Forwarded-For": address})
            answer = connection.getresponse()
            answer.read()
            took = (time.perf_counter() - begin) * 1000
            assert answer.status == (422 if kind == "mistyped" else 200), (kind, answer.status)
            if number >= 50:  # The first ones warm it up.
                times[kind].append(took)
    return len(times["known"]), {kind: statistics.median(taken) for kind, taken in times.items()}


def audit(folder):
    """A log of a million entries: what adding one costs, and what verifying all of them takes."""
    database = folder / "audit.sqlite"
    made = subprocess.run([BINARY, "bench", "audit", "--database", str(database), "--entries", str(ENTRIES)],
                          capture_output=True, text=True, check=True)
    costs = {key: float(value) for key, value in (line.split() for line in made.stdout.splitlines())}
    begin = time.monotonic()
    process = subprocess.Popen([BINARY, "audit", "verify", "--database", str(database)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    wall, used = time.monotonic() - begin, usage.ru_utime + usage.ru_stime
    return costs, wall, used, usage.ru_maxrss / 1024


def main():
    folder = Path(tempfile.mkdtemp(prefix="meedoen-bench-"))
    folder.chmod(0o755)  # nginx reads it as another user
    database = folder / "bench.sqlite"
    seeded = subprocess.run([BINARY, "bench", "seed", "--database", str(database)], capture_output=True, text=True, check=True)
    mandated = subprocess.run([BINARY, "bench", "mandates", "--database", str(database)], capture_output=True, text=True, check=True)
    lines = [line.split(" ", 1) for line in (seeded.stdout + mandated.stdout).splitlines()]
    learners = [value for key, value in lines if key == "learner"]
    cards = [value.split("|") for key, value in lines if key == "card"]
    helpers = [value.split("|") for key, value in lines if key == "helper"]
    known = [value for key, value in lines if key == "checked"]
    values = dict(lines)
    port = free_port()
    serve = [BINARY, "serve", "--port", str(port), "--database", str(database), "--courses", str(courses(folder)),
             "--content", str(ROOT / "Content"), "--behind-proxy"]  # so that loads can come from many addresses
    starts = []
    for _ in range(5):
        process, took = start(serve, port, STEP)
        starts.append(took)
        process.terminate()
        process.wait()
    site, _ = start(serve, port, STEP)
    idle = rss(site)
    base = f"http://127.0.0.1:{port}"
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", STEP)
    page = connection.getresponse().read()
    still, still_port = nginx(folder, page)
    hello_port = free_port()
    hello, _ = start([BINARY, "bench", "hello", "--port", str(hello_port)], hello_port, "/hello")
    limit = int(subprocess.run(
        [BINARY, "bench", "flush", "--database", str(folder / "flush.sqlite"), "--seconds", str(SECONDS)],
        capture_output=True, text=True, check=True).stdout)

    cookies = "{" + ",".join(f'"meedoen={token}"' for token in learners) + "}"
    reading = lua(folder, "read.lua", f"""
        local cookies = {cookies}
        local n = 0
        request = function() n = n + 1
            return wrk.format("GET", "{STEP}", {{["Cookie"] = cookies[n % #cookies + 1]}}) end""")
    form_id = """
        math.randomseed(os.time())
        local function hex(count) local s = "" for i = 1, count do s = s .. string.format("%x", math.random(0, 15)) end return s end
        local function form_id() return hex(8) .. "-" .. hex(4) .. "-7" .. hex(3) .. "-8" .. hex(3) .. "-" .. hex(12) end"""
    completing = lua(folder, "complete.lua", f"""
        local cookies = {cookies}
        local n = 0
        {form_id}
        request = function() n = n + 1
            local id = form_id()
            return wrk.format("POST", "{STEP}/voltooiing",
                {{["Cookie"] = cookies[n % #cookies + 1], ["Sec-Fetch-Site"] = "same-origin"}}, "formulier=" .. id) end""")
    acting = lua(folder, "act.lua", f"""
        local helpers = {{{",".join('{"meedoen=%s","%s","%s"}' % tuple(helper) for helper in helpers)}}}
        local n = 0
        {form_id}
        request = function() n = n + 1
            local helper = helpers[n % #helpers + 1]
            return wrk.format("POST", "/machtigingen/" .. helper[2] .. "/handelingen",
                {{["Cookie"] = helper[1], ["Sec-Fetch-Site"] = "same-origin"}},
                "formulier=" .. form_id() .. "&handeling=" .. helper[3] .. "&datum={today()}&minuten=5&resultaat=Gedaan") end""")
    # Codes with a right check character, each time from another address; nearly all known in the second load.
    checking = [lua(folder, f"check-{number}.lua", f"""
        local bit = require("bit")
        local alphabet, known = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", {{{codes}}}
        local n = 0
        math.randomseed(os.time())
        local function code()
            local text, sum = "", 0
            for i = 1, 16 do
                local value = i < 16 and math.random(0, 31) or sum
                text = text .. alphabet:sub(value + 1, value + 1)
                sum = bit.bxor(sum, value) * 2
                if sum > 31 then sum = bit.bxor(sum, 37) end
            end
            return text
        end
        request = function() n = n + 1
            local address = math.random(1, 223) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(0, 255)
            return wrk.format("GET", "/controle/" .. (known[n % (#known + 1)] or code()), {{["X-Forwarded-For"] = address}}) end""")
        for number, codes in enumerate(["", ",".join(f'"{code}"' for code in known)])]
    coordinator = ["-H", f"Cookie: meedoen={values['coordinator']}"]
    coach = ["-H", f"Cookie: meedoen={values['coach']}"]
    group = lambda size: f"{base}/groepen/{values[f'group-{size}']}?cursus=bench"
    guessed, medians = guesses(port, known)
    rows = [
        wrk("nginx, the page as a file", still, f"http://127.0.0.1:{still_port}{STEP}"),
        wrk("hello, bare route", hello, f"http://127.0.0.1:{hello_port}/hello"),
        wrk("lesson step, anonymous", site, base + STEP),
        wrk("lesson step, signed in", site, base, "-s", reading),
        wrk("completed step, durable", site, base, "-s", completing),
        wrk("act recorded, durable", site, base, "-s", acting),
        wrk("check page, unknown codes", site, base, "-s", checking[0]),
        wrk("check page, known codes", site, base, "-s", checking[1]),
        wrk("coordinator, 10,000 mandates", site, f"{base}/coordinatie", *coordinator, connections=1),
        wrk("dashboard of 30", site, group(30), *coach, connections=4),
        wrk("dashboard of 300", site, group(300), *coach, connections=1),
    ]
    signing = sign_in(port, cards)
    costs, wall, used, memory = audit(folder)

    print(f"page of {len(page)} bytes; start to first answer {statistics.median(starts):.0f} ms (median of 5); idle {idle:.0f} MB")
    print(f"{'':30}{'req/s':>9}{'p50 ms':>9}{'p99 ms':>9}{'errors':>8}{'CPU µs':>9}{'RSS MB':>8}{'/nginx':>8}{'/hello':>8}")
    for row in rows:
        print(f"{row.name:30}{row.rate:9.0f}{row.p50:9.2f}{row.p99:9.2f}{row.errors:8}{row.cpu:9.1f}{row.rss:8.0f}"
              f"{row.rate / rows[0].rate:8.2f}{row.rate / rows[1].rate:8.2f}")
    print(f"{'sign-in, 20 at once':30}{signing[0]:9.0f}{signing[1]:9.2f}{signing[2]:9.2f}{signing[3]:8}   lesson meanwhile p99 {signing[4]:.1f} ms")
    print(f"{'group-commit limit':30}{limit:9}   durable writes are {rows[4].rate / limit:.2f} of it")
    print(f"{'':30}acts are recorded at {rows[5].rate / rows[4].rate:.2f} of the rate of completed steps")
    print(f"{'check page, one at a time':30}medians of {guessed}: " + ", ".join(f"{kind} {took:.2f} ms" for kind, took in medians.items())
          + f"; known / unknown {medians['known'] / medians['unknown']:.2f}, mistyped / unknown {medians['mistyped'] / medians['unknown']:.2f}")
    print(f"{'audit entry, chained':30}{costs['chained']:9.1f} µs each; the same columns without a chain {costs['plain']:.1f} µs")
    print(f"{'audit verify, 1,000,000':30}{wall:9.2f} s, {used:.2f} CPU s ({used / costs['sha256']:.1f} times its SHA-256), "
          f"{memory:.0f} MB at most")
    for process in running:
        process.terminate()
    for process in running:
        process.wait()
    shutil.rmtree(folder)


main()
