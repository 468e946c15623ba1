#!/usr/bin/env python3
"""Runs the programs as a desk would and checks what they leave behind.

usage: script/end-to-end.py FOLDER-OF-THE-PROGRAMS

Everything happens in a temporary folder: a simulated desk, its weekly review in three formats and as JSON, the archive, the gate,
mail, nights, imports, the bad input that a desk meets, and paths that are no files. Each check prints a line; the last line counts them.
"""
import csv
import hashlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from checks import files, nights, publication, review, usage  # noqa: E402
from checks.programs import ROOT, Programs, digest  # noqa: E402

programs = Programs(sys.argv[1])
BIN, run, check, ends, refused = programs.folder, programs.run, programs.check, programs.ends, programs.refused


def dump(path):
    """What a history holds, whatever its pages look like."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return hashlib.sha256("\n".join(db.iterdump()).encode()).hexdigest()
    finally:
        db.close()


def demo_desk(folder):
    desk, again = folder / "desk.sqlite", folder / "again.sqlite"
    first = run("backtest", "simulate", "--years", "2", "--seed", "9", "--into", desk)
    check("a two-year desk is simulated", first.returncode == 0, first.stderr)
    second = run("backtest", "simulate", "--years", "2", "--seed", "9", "--into", again, env={"TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"})
    check("the same seed gives the same bytes in another zone and locale", second.returncode == 0 and digest(desk) == digest(again))
    other = run("backtest", "simulate", "--years", "1", "--seed", "8", "--into", folder / "other.sqlite")
    check("another seed gives another desk", other.returncode == 0 and digest(desk) != digest(folder / "other.sqlite"))
    db = sqlite3.connect(f"file:{desk}?mode=ro", uri=True)
    one = lambda sql: db.execute(sql).fetchone()[0]  # noqa: E731
    check("the demo desk trades both books of MULTIBOOK, and LEGACY",
          one("select count(distinct book) from closed_trades where book in ('PRIMARY', 'INCOME_POP', 'LEGACY')") == 3)
    check("it hedges at least once", one("select count(*) from hedge_trades") >= 1)
    months = "select count(*) from (select substr(day, 1, 7) m, sum(pnl) p from daily_equity where strategy = 'MULTIBOOK' group by m having p < 0)"
    check("it has losing months", one(months) > 0)
    check("it has refused candidates", one("select count(*) from rule_results where passed = 0") > 0)
    check("every one of its prices is labelled synthetic", one("select count(*) from closed_trades where is_synthetic = 0") == 0)
    return desk


def weekly(folder, desk):
    out = folder / "weekly"
    result = run("report", "weekly", "--database", desk, "--into", out)
    check("the weekly review is rendered", result.returncode == 0, result.stderr)
    for name in ("report.md", "index.html"):
        check(f"{name} says that its prices are synthetic", "synthetic" in (out / name).read_text().lower())
    again = folder / "weekly-again"
    run("report", "weekly", "--database", desk, "--into", again, env={"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8"})
    same = all(digest(out / p.name) == digest(again / p.name) for p in out.iterdir() if p.is_file())
    check("rendered again elsewhere, the bytes are the same", same)
    formats = subprocess.run([sys.executable, ROOT / "script/check-formats.py", out], capture_output=True, text=True)
    check("the three formats agree number by number", formats.returncode == 0, formats.stdout[-800:] + formats.stderr[-800:])
    print("     " + (formats.stdout.strip().splitlines() or [""])[-1])
    db = sqlite3.connect(f"file:{desk}?mode=ro", uri=True)
    weeks = [r[0] for r in db.execute("select distinct strftime('%G-W%V', exit_day) from closed_trades")] if sqlite3.sqlite_version_info >= (3, 46) else []
    for week in ([None, "2026-W31", "2026-W10", "2025-W45", "2025-W01", "2024-W40"] + weeks)[:10]:
        result = run("report", "weekly", "--database", desk, "--json", *(["--week", week] if week else []))
        problems = review.check(result.stdout, desk) if result.returncode == 0 else [result.stderr]
        check(f"--json of {week or 'the last complete week'} agrees with the views", not problems, "\n     ".join(problems[:8]))


def bad_input(folder, desk):
    untouched, content = digest(desk), dump(desk)
    refused("a week in the future is refused", run("report", "weekly", "--database", desk, "--week", "2027-W10"), 65, "2027-W10")
    refused("a week that does not exist is refused", run("report", "weekly", "--database", desk, "--week", "2025-W53"), 64, "2025-W53")
    refused("a database that is not there is refused", run("report", "weekly", "--database", folder / "none.sqlite"), 66, "none.sqlite")
    text = folder / "text.sqlite"
    text.write_text("not a database, only some words that are long enough to be read as a header\n" * 30)
    refused("a file that is no database is refused", run("report", "weekly", "--database", text), 65, "text.sqlite")
    foreign = folder / "foreign.sqlite"
    db = sqlite3.connect(foreign)
    db.executescript("create table songs (title text); insert into songs values ('a');")
    db.close()
    refused("somebody else's database is refused", run("report", "weekly", "--database", foreign), 65, "foreign.sqlite")
    newer = folder / "newer.sqlite"
    shutil.copy(desk, newer)
    db = sqlite3.connect(newer)
    db.execute("pragma user_version = 9999")
    db.commit()
    db.close()
    before = digest(newer)
    refused("a database from the future is refused", run("report", "weekly", "--database", newer), 65, "newer", "9999")
    check("and left untouched", digest(newer) == before)
    corrupt = folder / "corrupt.sqlite"
    data = bytearray(desk.read_bytes())
    data[8192:65536] = os.urandom(65536 - 8192)
    corrupt.write_bytes(data)
    refused("a corrupt database is refused", run("report", "weekly", "--database", corrupt), 65, "corrupt")
    empty = folder / "empty.sqlite"
    result = run("report", "migrate", "--database", empty)
    check("an empty history is made by migrate", result.returncode == 0, result.stderr)
    refused("a history with nothing in it has no week to review", run("report", "weekly", "--database", empty), 65, "empty")
    locked = folder / "locked.sqlite"
    shutil.copy(empty, locked)
    db = sqlite3.connect(locked, isolation_level=None)
    db.execute("begin exclusive")
    refused("a locked database is refused for now", run("report", "import", "--database", locked, "--trades", trades_file(folder)), 75, "locked")
    db.close()
    half = folder / "half"
    refused("a template that is not there leaves no report", run("report", "weekly", "--database", desk, "--into", half, "--templates", folder), 65, "weekly-review")
    check("nothing half-written", not half.exists())
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    tutorial = (ROOT / "docs/notebooks.md").read_text().split("````markdown\n")[1].split("````")[0]
    (templates / "my-week.md").write_text(tutorial)
    result = run("report", "weekly", "--database", desk, "--week", "2025-W23", "--templates", templates, "--template", "my-week", "--into", folder / "note")
    check("the tutorial's notebook renders as it stands", result.returncode == 0 and "Best trades of 2025-W23" in (folder / "note/report.md").read_text(), result.stderr)
    (templates / "my-week.md").write_text(tutorial.replace("kind: note", "kind: ../note"))
    refused("a kind cannot leave the folder of reports", run("report", "weekly", "--database", desk, "--templates", templates, "--template", "my-week"), 65, "../note")
    (templates / "my-week.md").write_text(tutorial.replace("from closed_trades", "from closed_trade"))
    refused("a failed cell fails the run", run("report", "weekly", "--database", desk, "--week", "2025-W23", "--templates", templates, "--template", "my-week", "--into", folder / "note"), 65, "note.failed")
    check("and leaves the good report where it is", "Best trades" in (folder / "note/report.md").read_text() and (folder / "note.failed/index.html").exists())
    mine = folder / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("precious")
    refused("a folder that is no report is not replaced by one", run("report", "weekly", "--database", desk, "--into", mine), 73, "thesis.txt")
    check("and keeps what it holds", (mine / "thesis.txt").read_text() == "precious")
    refused("a file that is not there is told from a wrong one", run("backtest", "price", folder / "none.csv"), 66, "none.csv")
    first = subprocess.Popen([BIN / "backtest", "simulate", "--years", "2", "--seed", "9", "--into", folder / "both.sqlite"], cwd=ROOT, stdout=subprocess.DEVNULL)
    while first.poll() is None and not (folder / "both.sqlite.partial").exists():
        pass
    refused("two runs do not write one history", run("backtest", "simulate", "--years", "1", "--into", folder / "both.sqlite"), 75, "both.sqlite")
    check("and the first ends as if alone", first.wait() == 0 and digest(folder / "both.sqlite") == untouched)
    check("what is refused leaves the history as it was", dump(desk) == content)
    thesis = folder / "thesis.txt"
    thesis.write_text("precious")
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    for what, path in (("a file that is no history", thesis), ("what is no file", pipe)):
        refused(f"{what} is not replaced by one", run("backtest", "simulate", "--years", "1", "--into", path, "--replace"), 73, str(path))
    check("and both are what they were", thesis.read_text() == "precious" and pipe.is_fifo())
    with open("/dev/full", "w") as full:
        result = subprocess.run([BIN / "report", "weekly", "--database", desk, "--json"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    refused("a full disk behind standard output is an error", result, 73, "standard output")
    settings = folder / "desk.yaml"
    settings.write_text("strategy:\n  primry: 1\n")
    refused("an unknown key of the settings is refused", run("backtest", "simulate", "--years", "1", "--settings", settings, "--into", folder / "x.sqlite"), 78, "desk.yaml:2", "primary")
    for text, word in (("strategy: {blackoutHours: 9223372036854775807}", "from 0 to 720"), ("gate: {firstLook: 9223372036854775807}", "from 2 to 1000"),
                       ("desk: {equity: -5}", "from 1 to 1000000000"), ("mail: {server: 'file:///x'}", "smtp://HOST:PORT")):
        settings.write_text(text)
        refused(f"{text} is refused with what it may be", run("report", "daily", "--database", desk, "--settings", settings), 78, "desk.yaml:1", word)
    # One price runs away, far from any setting's bound.
    settings.write_text("simulation: {market: {fastVolatility: 15}}")
    wild = folder / "wild.sqlite"
    refused("a market that runs away is refused", run("backtest", "simulate", "--years", "1", "--settings", settings, "--into", wild), 65, "no options can be listed")
    check("and leaves nothing behind", not list(folder.glob("wild*")), str(list(folder.glob("wild*"))))


def at_the_bounds(folder):
    """The largest trades that may come in: every sum and every product over them must hold."""
    head = "trade_id,strategy,book_type,symbol,structure,entry_time,exit_time,contracts,entry_credit,exit_cost,fees,width\n"
    row = "MULTIBOOK,PRIMARY,SPY,put_credit,2026-06-01T19:45:00Z,2026-06-23T19:45:00Z,100000,100,-100,10000000000,100\n"
    largest, beyond, history = folder / "largest.csv", folder / "beyond.csv", folder / "largest.sqlite"
    largest.write_text(head + "".join(f"A{number},{row}" for number in range(1000)))
    beyond.write_text(head + "A,MULTIBOOK,PRIMARY,SPY,put_credit,2026-06-01T19:45:00Z,,1000000,1000000,,1,5\n")
    refused("a trade beyond any desk is refused", run("report", "import", "--database", folder / "beyond.sqlite", "--trades", beyond), 65, "lies outside 1 to 100000")
    ends("a thousand of the largest trades come in", run("report", "import", "--database", history, "--trades", largest), 0)
    for command in (["weekly", "--week", "2026-W26"], ["daily"], ["gate", "--dry-run"], ["render", "backtest-tear-sheet"], ["render", "production-readiness"]):
        result = run("report", *command, "--database", history)
        check(f"and {' '.join(command)} can be made of them", 0 <= result.returncode < 64, f"exit {result.returncode}: {result.stderr[-500:]}")


def trades_file(folder):
    path = folder / "trades.csv"
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow("trade_id strategy book_type symbol structure entry_time exit_time contracts entry_credit exit_cost fees width confidence".split())
        writer.writerow(["A1", "MULTIBOOK", "PRIMARY", "SPY", "put_credit", "2026-06-01T19:45:00Z", "2026-06-23T19:45:00Z", 3, "0.62", "0.31", "6.60", 5, 84])
        writer.writerow(["A2", "LEGACY", "LEGACY", "QQQ", "call_credit", "2026-06-02 19:45:00", "2026-06-22 19:45:00", 1, "0.80", "1.95", "2.60", 5, ""])
    return path


def imports(folder):
    target = folder / "import.sqlite"
    good = run("report", "import", "--database", target, "--trades", trades_file(folder))
    check("trades are imported", good.returncode == 0, good.stderr)
    twice = run("report", "import", "--database", target, "--trades", trades_file(folder))
    db = sqlite3.connect(f"file:{target}?mode=ro", uri=True)
    pnl = [round(r[0] * 100) for r in db.execute("select realized_pnl from closed_trades order by entry_day")]
    check("twice is once, and P&L is derived to the cent", twice.returncode == 0 and pnl == [8640, -11760], f"{pnl} {twice.stderr}")
    review_of = run("report", "weekly", "--database", target, "--week", "2026-W26", "--json")
    problems = review.check(review_of.stdout, target) if review_of.returncode == 0 else [review_of.stderr]
    check("a review of an import agrees with the views", not problems, str(problems[:5]))
    bad = folder / "bad.csv"
    bad.write_text("trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,fees\n"
                   "B1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-06-01T19:45:00Z,two,0.62,1\n"
                   "B2,NEITHER,PRIMARY,SPY,put_credit,yesterday,2,0.62,1\n")
    result = run("report", "import", "--database", target, "--trades", bad)
    refused("bad rows are listed with line, column and value, and nothing is imported", result, 65, "bad.csv:2", "contracts", "two", "bad.csv:3", "NEITHER")
    many = folder / "many.csv"
    many.write_text(bad.read_text().splitlines()[0] + "\n" + "x,y\n" * 30)
    result = run("report", "import", "--database", target, "--trades", many)
    refused("of many bad rows the first are told", result, 65, "and 10 more; --verbose lists them")
    check("and no more", result.stderr.count("error: many.csv:") == 20, result.stderr)
    result = run("report", "import", "--database", target, "--trades", many, "--verbose")
    check("but with --verbose all", result.stderr.count("error: many.csv:") == 30, result.stderr)
    missing = folder / "missing.csv"
    missing.write_text("trade_id,symbol\nA,SPY\n")
    refused("a missing column is named", run("report", "import", "--database", target, "--trades", missing), 65, "missing.csv", "strategy")


def tools(folder):
    options = folder / "options.csv"
    options.write_text("right,strike,spot,dividend_yield,rate,t_years,vol\nC,65,60,0,0.08,0.25,0.30\nP,95,100,0.05,0.10,0.5,0.20\n")
    result = run("backtest", "price", options)
    prices = [float(r["price"]) for r in csv.DictReader(result.stdout.splitlines())] if result.returncode == 0 else []
    check("two prices of Haug's table", len(prices) == 2 and abs(prices[0] - 2.1334) < 1e-4 and abs(prices[1] - 2.4648) < 1e-4, result.stdout + result.stderr)
    priced = folder / "priced.csv"
    priced.write_text("right,strike,spot,dividend_yield,rate,t_years,price\nC,65,60,0,0.08,0.25,%r\nC,65,60,0,0.08,0.25,0\n" % (prices or [0])[0])
    result = run("backtest", "price", priced)
    vols = [r["iv"] for r in csv.DictReader(result.stdout.splitlines())] if result.returncode == 0 else ["", ""]
    check("implied volatility comes back, and is empty where there is none", vols[1] == "" and vols[0] and abs(float(vols[0]) - 0.3) < 1e-12, str(vols))
    options.write_text("right,strike,spot,dividend_yield,rate,t_years,vol\nX,65,60,0,0.08,0.25,0.30\nP,-95,1e400,0,0.1,0.5,0.2\n")
    refused("bad rows of a price file are all named", run("backtest", "price", options), 65, "options.csv:2", "options.csv:3")


def real_data(folder):
    shared = ROOT.parent / "shared" / "real"
    if not shared.exists():
        print("skip recorded prices and the old file: not on this machine")
        return
    target = folder / "recorded.sqlite"
    result = run("backtest", "run", "--bars", shared / "prices", "--vix", shared / "prices/VIX.csv", "--from", "2008-01-02",
                 "--to", "2009-12-31", "--into", target)
    check("two years of recorded prices run", result.returncode == 0, result.stderr[-800:])
    result = run("report", "weekly", "--database", target, "--week", "2008-W41", "--json")
    problems = review.check(result.stdout, target) if result.returncode == 0 else [result.stderr]
    check("their review agrees with the views", not problems, "\n     ".join(problems[:8]))
    legacy = folder / "legacy.sqlite"
    result = run("report", "import", "--database", legacy, "--legacy", shared / "legacy_backtests.sqlite")
    check("the old file is imported, its faults listed", result.returncode == 0 and "finding" in (result.stdout + result.stderr), result.stderr[-800:])
    result = run("report", "weekly", "--database", legacy, "--into", folder / "legacy-weekly")
    check("and reviewed", result.returncode == 0, result.stderr[-800:])


with tempfile.TemporaryDirectory() as name:
    temporary = pathlib.Path(name)
    desk = demo_desk(temporary)
    weekly(temporary, desk)
    bad_input(temporary, desk)
    imports(temporary)
    at_the_bounds(temporary)
    tools(temporary)
    publication.notebooks(programs, temporary, desk)
    publication.archive(programs, temporary, desk)
    nights.all_nights(programs, temporary, desk, trades_file(temporary))
    files.all_files(programs, temporary, desk, trades_file(temporary))
    usage.all_usage(programs, temporary, desk)
    real_data(temporary)
print(f"{programs.passed} passed, {programs.failed} failed")
sys.exit(programs.failed > 0)
