"""What a desk does after a session: the checklist, the gate and what people say to it, mail, and the nightly job."""
import datetime
import email
import email.policy
import json
import re
import shutil
import sqlite3
import sys

from checks.programs import ROOT, Server, tree

# An override must end after the first session on which it can hold.
UNTIL = (datetime.date.today() + datetime.timedelta(14)).isoformat()
NOW = "2026-07-31T22:00:00Z"


def checklist(p, folder, desk):
    result = p.run("report", "daily", "--database", desk, "--as-of", "2026-07-31")
    lines = [line for line in result.stdout.splitlines() if re.match(r"\s*(✓ pass|! warn|✗ FAIL|\? UNKNOWN)", line)]
    p.check("report daily shows the five checks", len(lines) == 5 and result.returncode in (0, 1, 2), result.stdout + result.stderr)
    result = p.run("report", "daily", "--database", desk, "--as-of", "2026-07-31", "--json")
    rows = json.loads(result.stdout)["datasets"]["checklist"]["rows"]
    p.check("and as JSON", len(rows) == 5, result.stdout[:400])
    p.ends("today this history has stopped, and nothing passes", p.run("report", "daily", "--database", desk), 3, "UNKNOWN")
    p.ends("a day without a session says which one is meant",
           p.run("report", "daily", "--database", desk, "--as-of", "2026-08-02"), result.returncode, "2026-07-31")


def strange_words(p, folder, desk):
    """What stands in a history or a folder cannot draw on the screen of whoever looks at it."""
    history = folder / "strange.sqlite"
    shutil.copy(desk, history)
    db = sqlite3.connect(history)
    db.executescript("update trades set mode = char(27) || '[2J' || char(13) || 'live' where id = (select max(id) from trades)")
    db.commit()
    db.close()
    result = p.run("report", "weekly", "--database", history)
    p.check("an escape sequence in the history is shown by its number", result.returncode == 65 and "\\u{1B}[2J" in result.stderr
            and "\x1b" not in result.stdout + result.stderr, result.stderr)
    result = p.run("report", "diff", "\x1b[2J", "--archive", folder)
    p.check("so is one in an argument", result.returncode != 0 and "\x1b" not in result.stdout + result.stderr, result.stderr)


def gate(p, folder, desk):
    folder = folder / "gate"
    folder.mkdir()
    history = folder / "desk.sqlite"
    shutil.copy(desk, history)
    where = ["--database", history]
    first = p.run("report", "gate", "--as-of", "2026-07-31", *where)
    words = {0: "PROMOTE", 10: "HOLD", 20: "ROLL BACK"}
    p.check("report gate decides, and the exit status says how", words.get(first.returncode, "?") in first.stdout, first.stdout + first.stderr)
    p.refused("of a session before the history it decides nothing", p.run("report", "gate", "--as-of", "2010-01-05", *where), 65,
              "the session 2010-01-05 lies before the first day of the history")
    db = sqlite3.connect(history)
    count = lambda: db.execute("select count(*) from gate_decisions").fetchone()[0]  # noqa: E731
    p.check("the decision is kept", count() == 1)
    again = p.run("report", "gate", "--as-of", "2026-07-31", *where)
    p.check("and taken once", again.returncode == first.returncode and count() == 1 and "on record" in again.stdout, again.stdout)
    p.run("report", "gate", "--as-of", "2026-07-30", "--dry-run", *where)
    p.check("a dry run keeps nothing", count() == 1)
    p.refused("an override needs a reason", p.run("report", "gate", "override", "25", "--until", UNTIL, "--person", "Ada", *where), 64, "reason")
    result = p.run("report", "gate", "override", "25", "--until", UNTIL, "--person", "Ada Example", "--reason", "looked at by hand", *where)
    if first.returncode == 20:
        p.refused("past a hard limit it needs a second name", result, 65, "second")
        result = p.run("report", "gate", "override", "25", "--until", UNTIL, "--person", "Ada Example", "--second", "Bo Example",
                       "--reason", "looked at by hand", *where)
    p.check("and stands with its names, reason and end", result.returncode == 0 and "25 %" in result.stdout, result.stdout + result.stderr)
    p.refused("a share that is no stage is refused",
              p.run("report", "gate", "override", "33", "--until", UNTIL, "--person", "Ada", "--reason", "x", *where), 65, "33")
    p.ends("the kill switch is engaged", p.run("report", "gate", "halt", "--person", "Ada Example", "--reason", "quotes are wrong", *where), 0)
    p.check("with a file beside the history", (folder / "HALT").is_file())
    p.ends("and the gate takes all capital back", p.run("report", "gate", "--as-of", "2026-07-30", "--dry-run", *where), 20, "kill switch")
    p.ends("released", p.run("report", "gate", "release", "--person", "Ada Example", "--reason", "quotes are right", *where), 0)
    p.check("the file is gone", not (folder / "HALT").exists())
    p.ends("what is not engaged is not released", p.run("report", "gate", "release", "--person", "Ada Example", "--reason", "once more", *where), 0,
           "not engaged")
    p.check("and nothing is recorded", db.execute("select count(*) from kill_switch_events").fetchone() == (2,))
    p.ends("a person vouches for a point of readiness",
           p.run("report", "signoff", "rollback-rehearsed", "--person", "Ada Example", "--note", "dry run", *where), 0)
    p.refused("for none that does not exist", p.run("report", "signoff", "rollback-rehearsd", "--person", "Ada Example", *where), 64, "rollback-rehearsed")
    for name, words in (("", "--person"), (" ", "--person"), ("Ada\nExample", "argument 4, after --person, 'Ada\\nExample', has a character that cannot be seen")):
        p.refused(f"nor by {name!r}", p.run("report", "signoff", "rollback-rehearsed", "--person", name, *where), 64, words)
    p.refused("a history that is not there is not made by a word",
              p.run("report", "signoff", "rollback-rehearsed", "--person", "Ada Example", "--database", folder / "none.sqlite"), 66, "none.sqlite")
    p.check("none", not (folder / "none.sqlite").exists())
    p.check("which stands with the name", db.execute("select person, note from sign_offs").fetchall() == [("Ada Example", "dry run")])
    p.ends("the page of readiness is rendered", p.run("report", "render", "production-readiness", "--into", folder / "readiness", *where), 0)


def smtp(folder, mode="accept"):
    return Server([sys.executable, ROOT / "script/smtp-server.py", mode, folder], '"ready"')


def desk_with_mail(folder, desk, server):
    ready = json.loads(server.line)
    history, settings = folder / "desk.sqlite", folder / "desk.yaml"
    shutil.copy(desk, history)
    settings.write_text(
        "reports:\n  origin: example.com/desk\n  address: https://reports.example.com/\n"
        f"mail:\n  server: smtp://localhost:{ready['port']}\n  authorities: {ready['certificate']}\n"
        "  from: ThetaDesk <desk@example.com>\n  recipients: [ada@example.com, bo@example.com]\n")
    return ["--database", history, "--settings", settings, "--archive", folder / "reports"]


def mails(folder):
    found = sorted(folder.glob("*.eml"), key=lambda path: int(path.stem))
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found]


def nightly(p, folder, desk):
    folder = folder / "nightly"
    folder.mkdir()
    box = folder / "mail"
    secret = {"THETADESK_SMTP_USER": "desk", "THETADESK_SMTP_PASSWORD": "s3cret"}
    with smtp(box) as server:
        where = desk_with_mail(folder, desk, server)
        job = ["report", "nightly", "--inbox", folder / "inbox", *where]
        p.refused("a --since before the history is a slip of the hand, and nothing is begun",
                  p.run(*job, "--since", "1885-01-01", "--now", NOW, env=secret), 64, "--since 1885-01-01 lies before the first day of the history, 20")
        p.check("so that no archive is there", not (folder / "reports").exists())
        result = p.run(*job, "--since", "2026-07-29", "--now", NOW, env=secret)
        p.check("report nightly does three nights", result.returncode in (0, 1) and all(
            word in result.stdout for word in ("2026-07-29", "2026-07-31", "2026/W31/weekly/r1", "alerts")), result.stdout + result.stderr)
        reports = folder / "reports"
        p.check("with a checklist and a decision a night, and the week's review",
                len(list(reports.glob("2026/*/daily/r1"))) == 3 and len(list(reports.glob("2026/*/gate/r1"))) == 3
                and len(list(reports.glob("2026/*/weekly/r1"))) == 1)
        received = [m for m in mails(box) if "Weekly" in m["Subject"]]
        p.check("the review was mailed once to each", sorted(m["To"] for m in received) == ["ada@example.com", "bo@example.com"],
                [m["Subject"] for m in mails(box)])
        attached = [part.get_filename() for part in received[0].iter_attachments()] if received else []
        p.check("with its workbook", attached == ["2026-W31-weekly-r1.xlsx"], attached)
        head = f"{received[0]['X-Report-Log-Size']}:{received[0]['X-Report-Log-Head']}" if received else ""
        p.ends("and a witness that fits the archive", p.run("report", "verify", "--head", head, "--archive", reports), 0)
        before, count = tree(reports), len(mails(box))
        again = p.ends("run again, nothing is due", p.run(*job, "--now", NOW, env=secret), 0, "Nothing is due")
        p.check("nothing was written or mailed", tree(reports) == before and len(mails(box)) == count, again.stdout)
        earlier = p.run(*job, "--now", "2026-07-30T22:00:00Z", env=secret)
        p.check("with the clock moved back nothing happens", earlier.returncode == 0 and tree(reports) == before, earlier.stdout + earlier.stderr)
        result = p.run(*job, "--now", NOW, "--json", env=secret)
        p.check("--json says the same", json.loads(result.stdout)["steps"] == [], result.stdout)
        mail(p, folder, where, box, secret)
        everything = result.stdout + "".join(server.lines) + "".join(path.read_text(errors="replace") for path in reports.rglob("*.json"))
        p.check("the password is nowhere in output or archive", "s3cret" not in everything)


def mail(p, folder, where, box, secret):
    eml = folder / "review.eml"
    count = len(mails(box))
    p.ends("report mail --dry-run writes what would be sent",
           p.run("report", "mail", "2026-W31-weekly", "--to", "cy@example.com", "--dry-run", eml, "--now", NOW, *where), 0)
    message = email.message_from_bytes(eml.read_bytes(), policy=email.policy.default)
    p.check("and sends nothing", message["To"] == "cy@example.com" and len(mails(box)) == count)
    p.check("what was sent is not sent again",
            p.run("report", "mail", "2026-W31-weekly", "--now", NOW, *where, env=secret).returncode == 0 and len(mails(box)) == count)
    p.refused("not even on wish without a name", p.run("report", "mail", "2026-W31-weekly", "--resend", "--now", NOW, *where, env=secret), 64, "--person")
    p.ends("with a name and a reason it is",
           p.run("report", "mail", "2026-W31-weekly", "--to", "ada@example.com", "--resend", "--person", "Ada Example", "--reason", "it never came",
                 "--now", NOW, *where, env=secret), 0)
    sent = mails(box)
    p.check("as the same message", len(sent) == count + 1 and sent[-1]["Message-ID"] in [m["Message-ID"] for m in sent[:-1]])
    p.ends("report mail --status shows the outbox", p.run("report", "mail", "--status", *where), 0, "ada@example.com", "sent")


def inbox(p, folder, trades):
    """Files left for the night, one good and one bad."""
    folder = folder / "inbox-night"
    box = folder / "inbox"
    box.mkdir(parents=True)
    history = folder / "desk.sqlite"
    p.ends("an empty history", p.run("report", "migrate", "--database", history), 0)
    shutil.copy(trades, box / "TRADES.CSV")
    (box / "notes.txt").write_text("to be looked at")
    (box / "trades-bad.csv").write_text("trade_id,symbol\nA,SPY\n")
    result = p.run("report", "nightly", "--inbox", box, "--database", history, "--archive", folder / "reports", "--now", "2026-07-01T22:00:00Z")
    db = sqlite3.connect(history)
    p.check("the good file is imported, the bad one set aside with its reason", db.execute("select count(*) from trades").fetchone()[0] == 2
            and any("trades-bad" in str(path) for path in box.rglob("*")) and not (box / "TRADES.CSV").exists(),
            result.stdout + result.stderr + str(sorted(map(str, box.rglob("*")))))
    p.check("and the night says so", result.returncode in (1, 2) and "trades-bad.csv" in result.stdout, result.stdout)
    (box / "trades-bad.csv").unlink()
    result = p.run("report", "nightly", "--inbox", box, "--database", history, "--archive", folder / "reports", "--now", "2026-07-02T22:00:00Z")
    p.check("and of a file that is none of the three", "left: notes.txt" in result.stdout, result.stdout)


def all_nights(p, folder, desk, trades):
    checklist(p, folder, desk)
    strange_words(p, folder, desk)
    gate(p, folder, desk)
    nightly(p, folder, desk)
    inbox(p, folder, trades)
