"""Notebooks, and what is published of them: render, preview, publish, browse, compare, verify, reproduce, remove, serve."""
import base64
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import time
import urllib.request

from checks.programs import ROOT, Server, tree


def notebooks(p, folder, desk):
    p.ends("report check finds nothing wrong in the shipped notebooks", p.run("report", "check"), 0, "6 notebooks")
    templates = folder / "lint"
    templates.mkdir()
    (templates / "bad.md").write_text(
        "---\ntitle: Bad\nkind: bad\nformats: [html, docx]\n---\n\n"
        "``` sql trades\nselect symbl from closed_trades\n```\n\n{{ scalar.totl_pnl }}\n\n``` chart\nkind: pie\n```\n")
    result = p.run("report", "check", "--templates", templates, "bad")
    places = re.findall(r"bad\.md:(\d+):(\d+): ", result.stdout + result.stderr)
    p.check("report check lists every fault with its place", result.returncode == 65 and len(places) >= 4, result.stdout + result.stderr)
    p.ends("report datasets lists what a notebook can name", p.run("report", "datasets"), 0, "kpis", "closed_trades")
    p.ends("and explains one of them", p.run("report", "datasets", "kpis"), 0, "target", "verdict")
    p.check("docs/dictionary.md is what report datasets says",
            p.run("report", "datasets", "--markdown").stdout == (ROOT / "docs/dictionary.md").read_text())
    out = folder / "old-against-new"
    p.ends("report render writes a draft", p.run("report", "render", "old-against-new", "--database", desk, "--into", out), 0)
    p.check("in three formats", all((out / name).is_file() for name in ("report.md", "index.html", "report.xlsx")))
    p.refused("an unknown parameter is refused with the nearest",
              p.run("report", "render", "weekly-review", "-p", "wek=2026-W31", "--database", desk, "--into", out), 65, "wek", "'week'")
    p.refused("a value of the wrong type is refused",
              p.run("report", "render", "weekly-review", "-p", "week=31", "--database", desk, "--into", out), 65, "week", "31")
    p.refused("and so is a second value",
              p.run("report", "render", "weekly-review", "-p", "week=2026-W30", "-p", "week=2026-W31", "--database", desk, "--into", out), 64, "-p week=2026-W31", "give each once")
    where = ["--templates", ROOT / "templates", "--database", desk, "--into", out]
    p.ends("a notebook may be named by the path of its file", p.run("report", "render", ROOT / "templates/old-against-new.md", *where), 0)
    for path in ("partials/old-against-new", "../x/old-against-new", "/tmp/old-against-new.md"):
        p.refused(f"and by no other path, as {path}", p.run("report", "render", path, *where), 64, path, "Did you mean 'old-against-new'?")
    preview(p, folder, desk)


def preview(p, folder, desk):
    templates = folder / "preview"
    shutil.copytree(ROOT / "templates", templates)
    arguments = [p.folder / "report", "preview", "old-against-new", "--database", desk, "--templates", templates, "--port", "0"]
    with Server(arguments, "http://") as server:
        address = re.search(r"http://127\.0\.0\.1:\d+/", server.line)
        p.check("report preview listens on this machine alone", address, "".join(server.lines))
        # Each answer comes when there is a newer page than the one that is named.
        wait = lambda version: urllib.request.urlopen(f"{address.group()}wait?{version}", timeout=30).read().decode()  # noqa: E731
        page = lambda: urllib.request.urlopen(f"{address.group()}page").read().decode()  # noqa: E731
        version = wait(0)
        p.check("and shows the notebook", "MULTIBOOK" in page() and "<h1" in page(), page()[:400])
        port = int(address.group().rsplit(":", 1)[1].strip("/"))
        p.check("under no other name", raw(port, "GET /page HTTP/1.1", "Host: desk.example.org")[0] == 421)
        held = lambda: len(os.listdir(f"/proc/{server.process.pid}/fd"))  # noqa: E731
        # What is opened once, for the first who waits, is no connection.
        for count in (1, 20):
            before = held()
            waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
            for connection in waiting:
                connection.sendall(f"GET /wait?{version} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            came = reaches(lambda: held() >= before + count // 2)
            for connection in waiting:
                connection.close()
            gone = reaches(lambda: held() <= before + (count == 1))
        p.check("browsers that have gone are forgotten", came and gone, f"{before}, {held()}")
        notebook = templates / "old-against-new.md"
        notebook.write_text(notebook.read_text().replace("title:", "titel:", 1))
        wait(version)
        p.check("saved with a fault, it shows the fault and where", "old-against-new.md:" in page() and "titel" in page(), page()[:400])
    p.check("and ends with an interrupt", server.status in (0, 130, -2), server.status)


def archive(p, folder, desk):
    folder = folder / "archive"
    folder.mkdir()
    history = folder / "desk.sqlite"
    shutil.copy(desk, history)
    reports = folder / "reports"
    where = ["--archive", reports]
    both = [*where, "--database", history]
    p.ends("six weeks are published", p.run("report", "weekly", "--weeks", "6", *both), 0, "2026-W31")
    p.ends("and a day's checklist", p.run("report", "publish", "daily-checklist", *both), 0, "2026/07-31/daily/r1")
    before = tree(reports)
    p.ends("the same again adds nothing", p.run("report", "weekly", "--weeks", "6", *both), 0)
    p.check("to the byte", tree(reports) == before)
    p.ends("report verify finds it whole", p.run("report", "verify", *where), 0, "7 runs")
    result = p.ends("report history lists it newest first", p.run("report", "history", *where, "--json"), 0)
    runs = json.loads(result.stdout)
    p.check("with every run", len(runs) == 7 and {run["state"] for run in runs} == {"current"}, result.stdout[:300])
    p.ends("and finds by words", p.run("report", "history", *where, "--kind", "weekly", "--search", "W30"), 0, "2026-W30-weekly-r1")
    p.ends("a run is made again to the byte", p.run("report", "reproduce", "2026-W30-weekly", *both), 0)
    correction(p, folder, history, reports, both, where)
    tampering(p, folder, reports, where)
    removal(p, reports, where)
    serving(p, reports)


def correction(p, folder, history, reports, both, where):
    db = sqlite3.connect(history)
    db.execute("update trade_exits set fee_cents = fee_cents + 125 where trade_id = (select min(trade_id) from trade_exits"
               " where exit_day between '2026-07-20' and '2026-07-24')")
    db.commit()
    db.close()
    first = tree(reports / "2026/W30/weekly/r1")
    p.ends("after a correction the week is revision 2, with its reason",
           p.run("report", "weekly", "--week", "2026-W30", "--reason", "A fee came late", *both), 0, "2026/W30/weekly/r2")
    p.check("and revision 1 is untouched", tree(reports / "2026/W30/weekly/r1") == first)
    page = folder / "changes.html"
    p.ends("report diff names what moved", p.run("report", "diff", "2026-W30-weekly", *where), 1, "2026-W30-weekly-r1", "-$3,090.40 -> -$3,091.65")
    p.ends("and writes a page of it", p.run("report", "diff", "2026-W30-weekly", "--html", page, *where), 1, page.name)
    p.check("that says the same", "<h1" in page.read_text() and "1.25" in page.read_text())
    p.ends("revision 1 is no longer made again, and it says why",
           p.run("report", "reproduce", "2026-W30-weekly-r1", *both), 1, "trade_exits")


def tampering(p, folder, reports, where):
    log = reports / "log.jsonl"
    lines = log.read_text().splitlines(keepends=True)
    witness = folder / "HEAD"
    shutil.copy(reports / "HEAD", witness)
    p.ends("the witness fits", p.run("report", "verify", "--head", witness, *where), 0)
    page = reports / "2026/W29/weekly/r1/index.html"
    content = page.read_bytes()
    page.write_bytes(content.replace(b"weekly", b"weakly", 1))
    p.ends("a page that was changed is named", p.run("report", "verify", *where), 1, "2026/W29/weekly/r1/index.html")
    page.write_bytes(content)
    for title, kept in (("dropped", lines[:2] + lines[3:]), ("swapped", [lines[1], lines[0], *lines[2:]])):
        log.write_text("".join(kept))
        p.ends(f"a line of the log that was {title} is found", p.run("report", "verify", *where), 1, "log.jsonl")
    # What stands there may have been written by anybody; json gives such characters as escapes, so that the line fits.
    strange = json.loads(lines[0])
    strange["outcome"]["headline"] = "\x1b[2J\u202eall\nis well"
    log.write_text(json.dumps(strange) + "\n")
    shown = p.ends("what a terminal would obey is shown", p.run("report", "history", *where), 0, r"\u{1B}[2J\u{202E}all\nis well").stdout
    told = p.ends("and escaped in JSON", p.run("report", "history", *where, "--json"), 0, r"\u202e").stdout
    p.check("and nothing of it comes through", not set(shown + told) & {"\x1b", "\u202e"})
    log.write_text("".join(lines))
    p.ends("and all is whole again", p.run("report", "verify", "--head", witness, *where), 0)


def removal(p, reports, where):
    p.refused("a report is not removed without a name and a reason", p.run("report", "remove", "2026-W27-weekly", *where), 64, "person")
    p.ends("removed with both, it leaves a record",
           p.run("report", "remove", "2026-W27-weekly-r1", "--person", "Ada Example", "--reason", "a name in a note", *where), 0)
    p.check("and its files are gone", not (reports / "2026/W27/weekly/r1/index.html").exists())
    p.ends("the archive is whole with it", p.run("report", "verify", *where), 0)
    p.refused("a name that no run has is refused with the nearest", p.run("report", "diff", "2026-W30-weakly", *where), 65, "2026-W30-weekly")
    index = reports / "index.html"
    before = index.read_bytes()
    index.unlink()
    p.ends("report mend writes the index anew", p.run("report", "mend", *where), 0)
    p.check("as it was", index.read_bytes() == before)


def reaches(condition):
    """Whether something comes to hold within half a minute."""
    end = time.monotonic() + 30
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def raw(port, *lines):
    """What a request of any shape is answered: status, and the answer as text. Where nothing is, the status is the reason why."""
    answer = b""
    connection = socket.socket()
    connection.settimeout(30)
    try:
        connection.connect(("127.0.0.1", port))
        connection.sendall("".join(f"{line}\r\n" for line in (*lines, "Connection: close", "")).encode())
        while part := connection.recv(65536):
            answer += part
    except OSError as fault:
        return type(fault).__name__, answer.decode()
    finally:
        connection.close()
    return int(answer.split()[1]) if answer else "nothing", answer.decode()


def get(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    response = connection.getresponse()
    return response, response.read()


def serving(p, reports):
    p.refused("report serve does not listen for others without a password",
              p.run("report", "serve", "--host", "0.0.0.0", "--archive", reports), 78, "THETADESK_SERVE")
    with Server([p.folder / "report", "serve", "--port", "0", "--archive", reports], "http://") as server:
        port = int(re.search(r":(\d+)/", server.line).group(1))
        response, body = get(port, "/")
        p.check("report serve shows the index", response.status == 200 and b"<h1" in body)
        response, body = get(port, "/2026/W30/weekly/r2/report.xlsx", Range="bytes=0-3")
        p.check("gives ranges", response.status == 206 and body == b"PK\x03\x04", response.status)
        response, _ = get(port, "/2026/W30/weekly/r2/index.html")
        tag = response.getheader("ETag")
        again, _ = get(port, "/2026/W30/weekly/r2/index.html", If_None_Match=tag or "")
        p.check("and answers what is cached", tag and again.status == 304, again.status)
        for path in ("/../desk.sqlite", "/%2e%2e/desk.sqlite", "/2026/..%2f..%2fdesk.sqlite", "/log.jsonl/../../desk.sqlite"):
            response, body = get(port, path)
            p.check(f"{path} leads nowhere", response.status in (400, 403, 404) and b"SQLite" not in body, response.status)
        response, _ = get(port, "/", method="DELETE")
        p.check("and nothing can be changed", response.status == 405, response.status)
        host = f"Host: 127.0.0.1:{port}"
        for title, status, *lines in (
                ("what is no request", 400, "GET index.html HTTP/1.1", host), ("an unknown method", 405, "FROB / HTTP/1.1", host),
                ("an unknown version", 505, "GET / HTTP/9.9", host), ("two hosts", 400, "GET / HTTP/1.1", host, host),
                ("another host, as a page from elsewhere would send it", 421, "GET / HTTP/1.1", "Host: desk.example.org"),
                ("a target of a megabyte", 414, "GET /" + "a" * 1_000_000 + " HTTP/1.1", host),
                ("a header of a megabyte", 431, "GET / HTTP/1.1", host, "X: " + "a" * 1_000_000)):
            before = cpu(server)
            found, answer = raw(port, *lines)
            p.check(f"{title} is refused", found == status, found)
            p.check("with what every answer says to a browser, and without a page",
                    "nosniff" in answer and "default-src 'none'" in answer and "<" not in answer, answer[:400])
            # It took three seconds for a twelfth of that once.
            p.check("at no cost", cpu(server) - before < 2, cpu(server) - before)
    p.check("it ends with an interrupt", server.status in (0, 130, -2), server.status)
    crowd(p, reports)
    secret = {"THETADESK_SERVE_USER": "desk", "THETADESK_SERVE_PASSWORD": "s3cret"}
    with Server([p.folder / "report", "serve", "--port", "0", "--archive", reports], "http://", env=secret) as server:
        port = int(re.search(r":(\d+)/", server.line).group(1))
        p.check("with a password in the environment it asks for it", get(port, "/")[0].status == 401)
        token = base64.b64encode(b"desk:s3cret").decode()
        p.check("and lets in who has it", get(port, "/", Authorization=f"Basic {token}")[0].status == 200)
        p.check("under any name", raw(port, "GET / HTTP/1.1", "Host: desk.example.org", f"Authorization: Basic {token}")[0] == 200)
        p.check("the password is nowhere in what it prints", "s3cret" not in "".join(server.lines))


def cpu(server):
    """The seconds of processor time that it took so far."""
    times = pathlib.Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def crowd(p, reports):
    """More who connect, and say nothing, than the process has descriptors for."""
    limited = ["sh", "-c", 'ulimit -Sn 64 && exec "$@"', "sh"]
    with Server([*limited, p.folder / "report", "serve", "--port", "0", "--archive", reports], "http://") as server:
        port = int(re.search(r":(\d+)/", server.line).group(1))
        idle = []
        for _ in range(300):
            idle.append(socket.socket())
            idle[-1].setblocking(False)
            idle[-1].connect_ex(("127.0.0.1", port))
        for connection in idle:
            connection.close()
        # This one stands in line behind all of them.
        found, _ = raw(port, "GET / HTTP/1.1", f"Host: 127.0.0.1:{port}")
        p.check("with 300 idle connections and 64 descriptors it answers whoever comes after them", found == 200, found)
    p.check("and has not ended meanwhile", server.status in (0, 130, -2), server.status)
