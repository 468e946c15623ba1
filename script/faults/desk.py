"""A desk in a folder, copied for each case: its history, settings, archive, and the nightly job with a clock of its own."""
import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FRIDAY = "2026-07-31T22:00:00Z"
# When an attempt to send mail is over whatever became of it: the transfer's time-out and five minutes.
LATER = "2026-07-31T22:10:00Z"
RECIPIENT = "desk@example.com"
# What a night leaves in the history. No other times occur than those that are handed in, so all of it can be compared; a
# step that was done again may say of itself that there was nothing left to do.
TABLES = {"gate_records": "*", "gate_overrides": "*", "report_runs": "*", "sign_offs": "*", "kill_switch_events": "*",
          "job_steps": "day, step, state in ('done', 'skipped')", "outbox": "kind, period, revision, recipient, state",
          "alert_standings": "key"}


@dataclasses.dataclass
class Ended:
    """How a program ended."""
    status: int
    out: str
    err: str

    def __str__(self):
        return f"exit {self.status}: {(self.out + self.err).strip()[-600:]}"


@dataclasses.dataclass
class Fault:
    """What happens to a job, and at which of its calls; see crash-point.c."""
    kind: str
    number: int
    below: str = "."


class Desk:
    """The programs find everything below the working directory, so that their command lines are the same for every copy."""
    programs = tracer = None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        self.reports, self.database = self.folder / "reports", self.folder / "data/desk.sqlite"
        self.environment = {}

    @classmethod
    def simulated(cls, folder):
        """A year of a simulated desk, without reports. Each night sees no more of it than there was on its day."""
        desk = cls(folder)
        (desk.folder / "data").mkdir(parents=True)
        (desk.folder / "data/calendars").symlink_to(ROOT / "data/calendars")
        (desk.folder / "templates").symlink_to(ROOT / "templates")
        made = desk.run("backtest", "simulate", "--years", "1", "--seed", "7", "--to", "2026-08-07", "--into", "data/desk.sqlite")
        if made.status:
            raise RuntimeError(f"no desk to begin with: {made}")
        return desk

    def copy(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        desk = Desk(folder)
        desk.environment = dict(self.environment)
        return desk

    def remove(self):
        shutil.rmtree(self.folder)

    def settings(self, port=None, mailed=("weekly",)):
        """Settings with mail to a server on this machine; what becomes of reports is no input of theirs."""
        lines = ["reports:", "  origin: thetadesk.example/faults", f"  mailed: [{', '.join(mailed)}]"]
        if port:
            lines += ["mail:", f"  server: smtp://127.0.0.1:{port}", "  plainText: true",
                      "  from: ThetaDesk <reports@example.com>", f"  recipients: [{RECIPIENT}]",
                      "  alertRecipients: [alerts@example.com]"]
        (self.folder / "data/desk.yaml").write_text("\n".join(lines) + "\n")
        return self

    def start(self, program, *arguments, fault=None):
        command = [str(self.programs / program), *arguments]
        if fault:
            log = self.folder.with_suffix(".calls")
            command = [str(self.tracer), str(log), fault.kind, str(fault.number), str((self.folder / fault.below).resolve()), "--", *command]
        return subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                env={**os.environ, **self.environment})

    def run(self, program, *arguments, fault=None):
        process = self.start(program, *arguments, fault=fault)
        out, err = process.communicate(timeout=120)
        if fault and process.returncode == 125:
            raise RuntimeError(f"the fault could not be made: {err}")
        return Ended(process.returncode, out, err)

    def night(self, now=FRIDAY, *arguments, fault=None):
        return self.run("report", "nightly", "--now", now, *arguments, fault=fault)

    def calls(self):
        """The calls of the last run under a fault: name and path below the folder, or `socket`."""
        lines = self.folder.with_suffix(".calls").read_text().splitlines()
        calls = [line.split(" ", 2)[1:] for line in lines]
        return [(name, "socket" if path.startswith("socket:") else os.path.relpath(path, self.folder)) for name, path in calls]

    def files(self):
        """Everything in the archive and beside the history but the settings, whose port is each run's own: digests by path."""
        found = {}
        for top in ("reports", "data"):
            for path in sorted((self.folder / top).rglob("*")):
                if path.is_file() and path not in (self.database, self.folder / "data/desk.yaml"):
                    found[str(path.relative_to(self.folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
                elif path.is_dir() and not any(path.iterdir()):
                    found[str(path.relative_to(self.folder))] = "an empty folder"
        return found

    def ask(self, *questions):
        """Answers of the history as it is now, also as a crash left it. A copy is asked, so that nothing is tidied up."""
        folder = self.folder.with_suffix(".copy")
        folder.mkdir()
        for suffix in ("", "-wal"):
            if pathlib.Path(f"{self.database}{suffix}").exists():
                shutil.copy(f"{self.database}{suffix}", folder / f"desk.sqlite{suffix}")
        db = sqlite3.connect(folder / "desk.sqlite")
        try:
            return [db.execute(question).fetchall() for question in questions]
        finally:
            db.close()
            shutil.rmtree(folder)

    def tables(self):
        """What the history holds of the nights, and whether it is whole."""
        answers = self.ask(*(f"select {columns} from {name}" for name, columns in TABLES.items()), "pragma integrity_check")
        return dict(zip([*TABLES, "integrity_check"], (sorted(rows, key=repr) for rows in answers)))

    def entries(self):
        """The states in the outbox, as the program keeps them."""
        return [json.loads(entry)["state"] for (entry,) in self.ask("select entry from outbox order by id")[0]]

    def faults(self):
        """What is wrong with the archive, by the program and by the auditor's script."""
        own = self.run("report", "verify")
        other = subprocess.run([sys.executable, ROOT / "script/verify-archive.py", self.reports], capture_output=True, text=True)
        found = [] if own.status == 0 else [f"report verify: {own}"]
        return found + ([] if other.returncode == 0 else [f"verify-archive.py: {other.stdout}{other.stderr}"])


def with_unknown_mail(tables):
    """What a night leaves where the end of its mail may have left: nobody but a person may have it sent again, and is told."""
    standings = sorted(tables["alert_standings"] + [("mail.stuck",)])
    return {**tables, "outbox": [("weekly", "2026-W31", 1, RECIPIENT, "unknown")], "alert_standings": standings}


def differences(expected, found, what):
    """The names under which two tables are not the same."""
    return [f"{what} {name}: {'missing' if name not in found else 'left over' if name not in expected else 'different'}"
            for name in sorted(expected.keys() | found.keys()) if expected.get(name) != found.get(name)]
