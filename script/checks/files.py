"""What the programs do where a path is not the regular file or folder that they expect: links, pipes, sockets, folders."""
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import threading

from checks.programs import ROOT, tree

SECRET = "s3cret-of-another-file"


def stranger(kind, path, target):
    """Puts something at a path that is no regular file."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to(target)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(str(path))
    else:
        path.mkdir()


def kind_of(path):
    return path.lstat().st_mode & 0o170000


def outputs(p, folder, both):
    """Files that a command writes because somebody named them."""
    target, settings = folder / "precious", folder / "desk.yaml"
    target.write_text("precious")
    settings.write_text("mail:\n  from: ThetaDesk <desk@example.com>\n")
    commands = {
        "report mail --dry-run": ["mail", "2026-W31-weekly", "--settings", settings, "--to", "ada@example.com", "--dry-run"],
        "report diff --html": ["diff", "2026-W30-weekly", "2026-W31-weekly", "--html"],
    }
    for title, command in commands.items():
        for kind, words in (("pipe", "a pipe"), ("link", "a symbolic link"), ("socket", "a socket"), ("folder", "a folder")):
            path = folder / f"{command[0]}-{kind}"
            stranger(kind, path, target)
            before = kind_of(path)
            where = both if command[0] == "mail" else both[:2]
            p.refused(f"{title} does not replace {words}", p.run("report", *command, path, *where, timeout=60), 73, str(path), words)
            p.check("which still stands", kind_of(path) == before and target.read_text() == "precious")
        result = p.run("report", *command, "/dev/stdout", *(both if command[0] == "mail" else both[:2]))
        p.check(f"{title} writes into its own standard output", result.returncode in (0, 1) and len(result.stdout) > 1000
                and "/dev/stdout: " not in result.stdout, result.stderr)
    path = folder / "into"
    path.symlink_to(folder / "elsewhere")
    p.refused("report render --into does not replace a link", p.run("report", "render", "old-against-new", "--into", path, *both[2:]), 73, "symbolic link")
    for kind, words in (("pipe", "a pipe"), ("link", "a symbolic link"), ("folder", "a folder")):
        path = folder / f"history-{kind}"
        stranger(kind, path, folder / "elsewhere.sqlite")
        p.refused(f"backtest simulate --into does not replace {words}",
                  p.run("backtest", "simulate", "--years", "1", "--into", path, "--replace", timeout=60), 73, str(path), words)
        p.refused(f"nor is {words} a history", p.run("report", "weekly", "--database", path, timeout=60), 66, str(path), words)
        p.check("and nothing is made beside", not list(folder.glob(f"history-{kind}?*")) and not (folder / "elsewhere.sqlite").exists())


def inputs(p, folder, history, trades):
    """Files that a command reads because somebody named them."""
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read = "only a regular file is read"
    for title, command in (
            ("settings", ["report", "weekly", "--settings", pipe, "--database", history]),
            ("a witness", ["report", "verify", "--head", pipe, "--archive", folder / "reports"]),
            ("bars", ["backtest", "run", "--bars", folder, "--vix", pipe, "--from", "2026-01-05", "--to", "2026-01-09", "--into", folder / "none.sqlite"])):
        if title == "bars":
            for symbol in ("SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"):
                (folder / f"{symbol}.csv").symlink_to(pipe)
        p.refused(f"a pipe in the place of {title} keeps nobody waiting", p.run(*command, timeout=60), 66, "a pipe", read)
    p.refused("nor does a device without an end", p.run("report", "import", "--trades", "/dev/zero", "--database", history, timeout=60), 66, "character device")
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    os.mkfifo(templates / "pipe.md")
    where = ["--templates", templates, "--database", history, "--into", folder / "out"]
    p.ends("a pipe among the templates stands in no other's way", p.run("report", "render", "old-against-new", *where, timeout=60), 0)
    p.refused("and is itself refused", p.run("report", "render", "pipe", *where, timeout=60), 65, "pipe.md:1:1: ", read)
    p.ends("with all faults it is listed", p.run("report", "check", "--templates", templates, timeout=60), 65, "pipe.md:1:1: ", read)
    calendars = folder / "data"
    shutil.copytree(ROOT / "data/calendars", calendars / "calendars")
    (calendars / "calendars/nyse_holidays.csv").unlink()
    (calendars / "calendars/nyse_holidays.csv").symlink_to("nyse_holidays.csv")
    p.refused("nor a calendar that is a loop of links",
           p.run("report", "daily", "--data", calendars, "--database", history, timeout=60), 65, "nyse_holidays.csv", "Too many levels of symbolic links")
    # A program may write what is imported.
    target = folder / "piped.sqlite"
    writer = threading.Thread(target=lambda: pipe.write_bytes(trades.read_bytes()), daemon=True)
    writer.start()
    p.ends("a pipe that a person names is read", p.run("report", "import", "--trades", pipe, "--database", target, timeout=60), 0, "2 imported")
    result = p.run("report", "import", "--trades", "/dev/stdin", "--database", target, timeout=60, input=trades.read_text())
    p.ends("so is standard input", result, 0, "2 there already")
    endless = subprocess.Popen(["yes", "a,b,c,d"], stdout=subprocess.PIPE)
    result = subprocess.run([p.folder / "report", "import", "--trades", "/dev/stdin", "--keep-going", "--database", target], cwd=folder,
                            stdin=endless.stdout, capture_output=True, text=True, timeout=120)
    endless.stdout.close()
    endless.wait()
    p.refused("one without an end is given up", result, 65)


def keep_going(p, folder, trades):
    """Rows that cannot even be told into fields."""
    bad = folder / "faults.csv"
    lines = trades.read_text().splitlines()
    bad.write_text("\n".join([lines[0], 'A3,"MULTIBOOK,PRIMARY', lines[1], "too,few", lines[2]]) + "\n")
    target = folder / "faults.sqlite"
    result = p.run("report", "import", "--trades", bad, "--keep-going", "--database", target)
    p.ends("--keep-going imports the rows after a quote that never ends", result, 0, "2 imported", "2 refused")
    rejects = (folder / "faults.csv.rejects.csv").read_text().splitlines()
    p.check("and hands back the two as they stand", rejects[1].startswith("2,") and rejects[1].endswith(',"A3,""MULTIBOOK,PRIMARY"')
            and rejects[2].startswith("4,") and rejects[2].endswith(",too,few"), rejects)
    bad.write_text("trade_id\nA\n")
    p.refused("a header that cannot be used is not answered with --keep-going",
              p.run("report", "import", "--trades", bad, "--keep-going", "--database", target), 65, "cannot be read as a whole")


def inbox(p, folder, history):
    box = folder / "inbox"
    box.mkdir()
    secret = folder / "secret"
    secret.write_text(f"{SECRET},b\n")
    (box / "trades.csv").symlink_to(secret)
    os.mkfifo(box / "snapshots.csv")
    where = ["--database", history, "--archive", folder / "night-reports", "--inbox", box]
    result = p.run("report", "nightly", "--now", "2026-07-31T22:00:00Z", *where, timeout=120)
    p.check("a link and a pipe in the inbox fail the step by their names", result.returncode == 2
            and "trades.csv: cannot be read: it is a symbolic link" in result.stdout
            and "snapshots.csv: cannot be read: it is a pipe" in result.stdout, result.stdout + result.stderr)
    db = sqlite3.connect(history)
    kept = " ".join(row[0] for row in db.execute("select detail from job_steps"))
    told = " ".join(str(row) for row in db.execute("select * from alerts")) if db.execute(
        "select count(*) from sqlite_master where name = 'alerts'").fetchone()[0] else ""
    db.close()
    p.check("and nothing of what the link leads to is told", SECRET not in result.stdout + result.stderr + kept + told)


def archive(p, folder, both, reports):
    outside = folder / "outside"
    shutil.move(reports / "2026", outside)
    (reports / "2026").symlink_to(outside)
    before = tree(outside)
    for title, command in (
            ("publishes", ["weekly", "--week", "2026-W29", *both]), ("mends", ["mend", *both[:2]]),
            ("removes", ["remove", "2026-W31-weekly-r1", "--person", "Ada", "--reason", "x", *both[:2]])):
        p.refused(f"nothing {title} through a link within the archive", p.run("report", *command), 73, f"{reports}/2026", "symbolic link")
    p.refused("nor reads", p.run("report", "diff", "2026-W30-weekly", "2026-W31-weekly", *both[:2]), 65, f"{reports}/2026", "symbolic link")
    p.check("what it leads to is as it was", tree(outside) == before)
    (reports / "2026").unlink()
    shutil.move(outside, reports / "2026")
    (reports / ".lock").symlink_to(folder / "made")
    p.refused("a lock that is a link is refused", p.run("report", "mend", *both[:2]), 73, ".lock", "symbolic link")
    p.check("and makes nothing where it leads", not (folder / "made").exists())
    (reports / ".lock").unlink()
    page = reports / "2026/W31/weekly/r1/report.md"
    page.unlink()
    os.mkfifo(page)
    p.ends("verify names a pipe in the place of a file", p.run("report", "verify", *both[:2], timeout=60), 1, "report.md: it is no file any more, but a pipe")
    empty = folder / "empty"
    empty.mkdir()
    (empty / ".profile.new").write_text("precious")
    p.refused("a folder without an archive is not mended", p.run("report", "mend", "--archive", empty), 66, "there is no archive")
    p.check("and keeps what it holds, and nothing else", [path.name for path in empty.iterdir()] == [".profile.new"])


def calendar_end(p, folder, desk):
    # A history without nights, so that none of the years between is caught up.
    history = folder / "end.sqlite"
    shutil.copy(desk, history)
    where = ["--database", history, "--archive", folder / "end-reports", "--inbox", folder / "no-inbox"]
    result = p.run("report", "nightly", "--now", "2028-12-29T22:00:00Z", *where)
    p.check("the calendar's last session has its night, and the calendar's end is told of",
            "2028-12-29" in result.stdout and "Nothing is due" not in result.stdout and "The calendar of sessions ends on 2028-12-31" in result.stdout,
            result.stdout + result.stderr)


def all_files(p, folder, desk, trades):
    folder = folder / "files"
    folder.mkdir()
    history, reports = folder / "desk.sqlite", folder / "reports"
    shutil.copy(desk, history)
    both = ["--archive", reports, "--database", history]
    p.ends("two weeks are published", p.run("report", "weekly", "--weeks", "2", *both), 0)
    outputs(p, folder, both)
    inputs(p, folder, history, pathlib.Path(trades))
    keep_going(p, folder, pathlib.Path(trades))
    archive(p, folder, both, reports)
    inbox(p, folder, history)
    calendar_end(p, folder, desk)
