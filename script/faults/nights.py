"""The job beside itself, with the clock set back, twice, after a week off, and after a correction."""
import fcntl
import json
import os
import re
import sqlite3
import zipfile

from desk import FRIDAY, differences
from servers import header

MONDAY = "2026-08-03T22:00:00Z"


def two_at_once(prepared, undisturbed, place, post):
    """The second job ends at once and says who is at work; the first is undisturbed."""
    problems, refused = [], 0
    for turn in range(10):
        desk = prepared.copy(place / f"two-{turn}").settings(post.port)
        jobs = [desk.start("report", "nightly", "--now", FRIDAY) for _ in range(2)]
        ends = sorted((job.communicate() + (job.returncode, job.pid) for job in jobs), key=lambda end: end[2])
        (_, _, first, pid), (_, message, second, _) = ends
        # One may have begun when the other had ended: then it had nothing to do.
        if (first, second) == (0, 75):
            refused += 1
            if f"desk.sqlite.nightly.lock: process {pid} is writing there" not in message and "another program" not in message:
                problems.append(f"the second job: {message}")
        elif (first, second) != (0, 0):
            problems.append(f"exit {first} and {second}: {message}")
        problems += differences(undisturbed.files, desk.files(), "file") + differences(undisturbed.tables, desk.tables(), "table")
        mails, alerts = post.take()
        if mails != undisturbed.mails or len(alerts) != len(undisturbed.alerts):
            problems.append(f"{len(mails)} mails and {len(alerts)} alerts")
        desk.remove()
    return problems, refused


def second_while_first(prepared, undisturbed, place, post):
    """The same with a second job that surely comes while the first is at work, which is held up for that."""
    desk = prepared.copy(place / "second").settings(post.port)
    with open(f"{desk.database}.nightly.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        before = desk.files()
        second = desk.night()
        problems = [] if desk.files() == before else ["it changed something"]
        if second.status != 75 or f"nightly.lock: process {os.getpid()} is writing there; try again" not in second.err:
            problems.append(f"{second}")
    problems += [] if desk.night().status == 0 else ["the lock of a program that is gone keeps the job away"]
    post.take()
    desk.remove()
    return problems


def set_back(prepared, undisturbed, place, post):
    """A clock before the last run, by an hour, days and years: nothing is done, nothing is changed."""
    desk = prepared.copy(place / "back").settings(post.port)
    problems = [] if desk.night().status == 0 else ["the night itself"]
    post.take()
    for now in ("2026-07-31T21:00:00Z", "2026-07-31T12:00:00Z", "2026-07-29T22:00:00Z", "2025-09-01T22:00:00Z"):
        ended = desk.night(now)
        if ended.status or "Nothing is due" not in ended.out:
            problems.append(f"at {now}: {ended}")
        problems += differences(undisturbed.files, desk.files(), f"at {now} file")
        problems += differences(undisturbed.tables, desk.tables(), f"at {now} table")
    if post.take() != ([], []):
        problems.append("something was sent")
    desk.remove()
    return problems


def twice(prepared, undisturbed, place, post):
    """The same night again, and again the next morning."""
    desk = prepared.copy(place / "twice").settings(post.port)
    desk.night()
    post.take()
    problems = []
    for now in (FRIDAY, "2026-08-01T13:00:00Z"):
        ended = desk.night(now)
        if ended.status or "Nothing is due: the last session, 2026-07-31, is done." not in ended.out or post.take() != ([], []):
            problems.append(f"at {now}: {ended}")
    problems += differences(undisturbed.files, desk.files(), "file") + differences(undisturbed.tables, desk.tables(), "table")
    desk.remove()
    return problems


def corrected(prepared, place, post):
    """A trade of the week is corrected: revision 2 with its reason, and revision 1 as it was, byte by byte."""
    desk = prepared.copy(place / "corrected").settings(post.port)
    desk.night()
    post.take()
    first = {name: digest for name, digest in desk.files().items() if "/r1/" in name}
    db = sqlite3.connect(desk.database)
    changed = db.execute("update trade_exits set fee_cents = fee_cents + 1234 where exit_day between '2026-07-27' and '2026-07-31'").rowcount
    db.commit()
    db.close()
    problems = [] if changed else ["no trade to correct"]
    again = desk.run("report", "publish", "weekly-review", "--as-of", "2026-07-31", "--parameter", "week=2026-W31", "--reason", "A fee came late")
    if again.status or "2026/W31/weekly/r2" not in again.out:
        problems.append(f"revision 2: {again}")
        return problems
    manifest = json.loads((desk.reports / "2026/W31/weekly/r2/manifest.json").read_text())
    if not manifest["reason"].startswith("A fee came late. Changed since r1: ") or "trade_exits" not in manifest["reason"]:
        problems.append(f"its reason: {manifest['reason']}")
    if manifest["supersedes"]["place"] != "2026/W31/weekly/r1":
        problems.append(f"it supersedes {manifest['supersedes']}")
    problems += differences(first, {n: d for n, d in desk.files().items() if "/r1/" in n}, "revision 1,")
    diff = desk.run("report", "diff", "2026-W31-weekly-r2")
    if diff.status != 1 or "fees" not in diff.out.lower():
        problems.append(f"report diff: {diff}")
    desk.night(MONDAY)
    mails, _ = post.take()
    subjects = [header(mail, "Subject") for mail in mails]
    if len(subjects) != 1 or not subjects[0].startswith("Weekly 2026-W31 r2") or b"Revision 2. A fee came late" not in mails[0]:
        problems.append(f"its mail: {subjects}")
    problems += desk.faults()
    desk.remove()
    return problems


def shown(desk):
    """What the reports show, by path: everything in their files but the input ids, for which the run's name stands, and the
    digest of a page's own style, which has the id in it."""
    lines = [json.loads(line) for line in (desk.reports / "log.jsonl").read_text().splitlines()]
    names = {line["input_id"].encode(): f"the input id of {line['place']}".encode() for line in lines}

    def plain(data):
        for identity, name in names.items():
            # Feet of printed pages have its first twelve digits.
            data = data.replace(identity, name).replace(identity[:12], name)
        return re.sub(rb"'sha256-[A-Za-z0-9+/=]+'", b"a digest", data)

    found = {}
    for path in sorted(desk.reports.glob("*/*/*/r1/**/*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found.update({f"{path.relative_to(desk.folder)} {part}": plain(book.read(part)) for part in book.namelist()})
        elif path.is_file() and path.name != "manifest.json":
            found[str(path.relative_to(desk.folder))] = plain(path.read_bytes())
    return [line["place"] for line in lines], found


def missed(start, place, post):
    """Four nights in one run beside each on its own evening: the same decisions and pages. When a decision was taken is an
    input of what comes after it (an approval must be later), so that input ids are other ones."""
    single, late = (start.copy(place / name).settings(post.port) for name in ("single", "late"))
    for desk in (single, late):
        desk.night("2026-07-27T22:00:00Z")
    for day in ("2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31"):
        single.night(f"{day}T22:00:00Z")
    post.take()
    ended = late.night(FRIDAY)
    mails, _ = post.take()
    problems = [] if ended.status <= 1 else [f"{ended}"]
    (order, pages), (late_order, late_pages) = shown(single), shown(late)
    if late_order != order or len(order) != 11:
        problems.append(f"published in the order {late_order}")
    problems += differences(pages, late_pages, "what is shown by")
    question = "select day, share_before, share_after, decision, rule, grade, reasons, evidence from gate_records order by day"
    if single.ask(question) != late.ask(question) or len(late.ask(question)[0]) != 5:
        problems.append("other decisions")
    if [header(mail, "Subject").split(":")[0] for mail in mails] != ["Weekly 2026-W31"]:
        problems.append(f"{len(mails)} mails")
    problems += late.faults()
    for desk in (single, late):
        desk.remove()
    return problems, len(pages)
