"""kill -9 at every point of a night: daily page, gate, weekly review, mail and alert, then the job again."""
import collections
import pathlib

from desk import FRIDAY, LATER, Fault, differences, with_unknown_mail
from servers import header

WRITES, SYNCS = ("write", "pwrite64"), ("fsync", "fdatasync")
# What verification may say of an archive that a crash left.
UNFINISHED = ("unfinished work", "head behind the log")


class Undisturbed:
    """A Friday night to which nothing happened."""

    def __init__(self, prepared, folder, post):
        desk = prepared.copy(folder).settings(post.port)
        ended = desk.night(fault=Fault("none", 0))
        self.calls, self.files, self.tables = desk.calls(), desk.files(), desk.tables()
        self.mails, self.alerts = post.take()
        self.faults = desk.faults() + ([] if ended.status == 0 else [str(ended)])
        desk.remove()

    def points(self):
        """The calls before which the job is killed: those before which something else stands than before the call
        before. That is after each call that changes anything; a sync changes nothing for a process that dies. Of a
        file's writes one after another the first and the last are taken: between syncs the history writes one transaction."""
        chosen, run = [], []
        for number, call in enumerate(self.calls, 1):
            if run and (call[0] not in WRITES or call[1] != self.calls[run[-1] - 1][1]):
                chosen += sorted({run[0], run[-1]})
                run = []
            if call[0] in WRITES:
                run.append(number)
            elif call[0] not in SYNCS:
                chosen.append(number)
        return chosen + sorted({run[0], run[-1]} if run else set())

    def torn(self):
        """The writes of which half is to be in the file: all to the archive but those of a report that nobody sees yet, and
        every fourth to the history."""
        writes = [n for n in self.points() if self.calls[n - 1][0] in WRITES]
        archive = [n for n in writes if self.calls[n - 1][1].startswith("reports") and ".staging" not in self.calls[n - 1][1]]
        history = [n for n in writes if self.calls[n - 1][1].endswith((".sqlite", "-wal"))]
        return sorted(archive + history[::4])


def unsynced(calls):
    """What the order of calls leaves to luck when the power fails: of what was written, the disk must have everything
    that is given its place or told to others."""
    found, dirty, names = [], {}, {}
    for number, (name, path) in enumerate(calls, 1):
        parent = str(pathlib.PurePath(path).parent)
        if name in WRITES or name in ("ftruncate", "openat", "open", "mkdir"):
            if name != "mkdir" and not path.endswith(("-shm", "lock")):
                dirty[path] = number
            if name in ("openat", "open", "mkdir"):
                names[path] = number
        elif name in SYNCS:
            dirty.pop(path, None)
            names = {n: k for n, k in names.items() if str(pathlib.PurePath(n).parent) != path}
        elif name == "unlink":
            dirty.pop(path, None)
            names.pop(path, None)
        elif name.startswith("rename"):
            # The log of calls has the new name only: nothing at all may be waiting but the history's own writes.
            waiting = [p for p in dirty if p.startswith("reports")]
            found += [f"call {number}, {path} gets its place before {p} is on the disk" for p in waiting]
            names = {n: k for n, k in names.items() if ".staging" not in n and not n.endswith(".new")}
            names[path] = number
        elif name in ("sendto", "sendmsg", "connect"):
            waiting = [p for p in dirty if p.startswith("data/desk.sqlite")]
            found += [f"call {number}, {name}: mail goes on before {p} is on the disk" for p in waiting]
    found += [f"at the end {p} is not on the disk" for p in dirty]
    return found + [f"at the end the name {n} is not on the disk" for n in names if n.startswith("reports") and not n.endswith("lock")]


def killed(kind, number, undisturbed, prepared, folder, post):
    """Kills a night, starts it again, and gives what is otherwise than in the undisturbed one, and what it was."""
    desk = prepared.copy(folder).settings(post.port)
    try:
        ended = desk.night(fault=Fault(kind, number))
        name, path = desk.calls()[-1]
        where = f"{kind} {number} {name} {path}: "
        if ended.status != 137:
            return [f"{where}the job was not killed, {ended}"], {}
        problems = []
        left = desk.run("report", "verify") if (desk.reports / "log.jsonl").exists() else None
        strange = [line for line in left.out.splitlines()[:-1] if not any(word in line for word in UNFINISHED)] if left.status else []
        problems += [f"verification takes a crash for more: {line}" for line in strange]
        hasLeft = any(state.get("sending", {}).get("hasEnded") for state in desk.entries())
        again = desk.night()
        if again.status > 1:
            problems.append(f"the job again: {again}")
        isWaiting = any("sending" in state for state in desk.entries())
        if isWaiting:
            later = desk.night(LATER)
            if later.status > 1:
                problems.append(f"the job after the lease: {later}")
        problems += desk.faults() + differences(undisturbed.files, desk.files(), "file")
        mails, alerts = post.take()
        expected = with_unknown_mail(undisturbed.tables) if hasLeft else undisturbed.tables
        problems += differences(expected, desk.tables(), "table")
        if mails != undisturbed.mails and not (hasLeft and not mails):
            problems.append(f"{len(mails)} mails {[header(m, 'Message-ID') for m in mails]}")
        told = [header(a, "Subject") for a in alerts if "Mail needs a person" not in header(a, "Subject")]
        if not 1 <= len(told) <= 2 or len(set(told)) != 1 or (len(alerts) > len(told)) != hasLeft:
            problems.append(f"alerts {[header(a, 'Subject') for a in alerts]}")
        third = desk.night(LATER)
        if third.status or post.take() != ([], []):
            problems.append(f"once more there is something to do: {third}")
        seen = {"unfinished": bool(left.status), "leased": isWaiting, "unknown": hasLeft, "told twice": len(told) == 2}
        return [where + problem for problem in problems], seen
    finally:
        desk.remove()


def sweep(kind, numbers, undisturbed, prepared, folder, post):
    """Kills at each of the numbers; the problems, and how often what was seen."""
    problems, seen = [], collections.Counter()
    for number in numbers:
        found, what = killed(kind, number, undisturbed, prepared, folder / f"{kind}-{number}", post)
        problems += found
        seen.update({name: bool(value) for name, value in what.items()})
    return problems, seen


assert FRIDAY < LATER
