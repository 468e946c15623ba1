#!/usr/bin/env python3
"""Lets faults come over the nightly job and holds what it leaves against an undisturbed night.

usage: script/faults.py FOLDER-OF-THE-PROGRAMS [WORD]

kill -9 at every point, a full disk at every write, folders that can only be read, two jobs at once, a clock set back, a night
twice, a corrected week, missed nights, a mail server that is down: docs/faults.md says what is promised. With WORD only the
cases whose title has it. Needs a C compiler and Linux 5.9; everything happens in a temporary folder, in two processes.
"""
import collections
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent / "faults"))
import disk  # noqa: E402
import kill  # noqa: E402
import mails  # noqa: E402
import nights  # noqa: E402
from desk import Desk  # noqa: E402
from servers import Post  # noqa: E402

PROCESSES = 2


def prepare(place):
    """A desk on the Thursday: without reports, and with those of three nights."""
    start = Desk.simulated(place / "start").settings()
    prepared = start.copy(place / "prepared")
    ended = prepared.night("2026-07-30T22:00:00Z", "--since", "2026-07-28")
    if ended.status > 1 or prepared.faults():
        raise RuntimeError(f"no nights to begin with: {ended} {prepared.faults()}")
    return start, prepared


def shares(name, numbers):
    """The work in as many pieces as there are processes, and a few more, so that none waits for long."""
    return [(name, numbers[part::2 * PROCESSES]) for part in range(2 * PROCESSES)]


def work(task):
    """A piece of work in a process of its own, with servers of its own: problems, and what was seen."""
    name, argument, root, programs, undisturbed = task
    Desk.programs, Desk.tracer = programs, root / "crash-point"
    place = pathlib.Path(tempfile.mkdtemp(dir=root))
    start, prepared = Desk(root / "start"), Desk(root / "prepared")
    began = time.monotonic()
    with Post(place / "post") as post:
        given = (prepared, place, post)
        if name in ("kill", "torn"):
            problems, seen = kill.sweep(name, argument, undisturbed, *given)
        elif name == "down":
            problems, seen = mails.down(start, place)
        elif name == "missed":
            problems, seen = nights.missed(start, place, post)
        elif name == "two":
            problems, seen = nights.two_at_once(prepared, undisturbed, place, post)
        elif name == "corrected":
            problems, seen = nights.corrected(*given), None
        elif name in ("second", "back", "twice"):
            act = {"second": nights.second_while_first, "back": nights.set_back, "twice": nights.twice}[name]
            problems, seen = act(prepared, undisturbed, place, post), None
        else:
            kind, folder = name.split()
            problems, seen = disk.sweep(kind, argument, folder, undisturbed, *given), None
    shutil.rmtree(place)
    return name, problems, seen, time.monotonic() - began


def titles(counts, seen):
    """Each case's line, from how many points it had and what was seen there."""
    killed, torn = seen["kill"], seen["torn"]
    return {
        "kill": f"kill -9 before {counts['kill']} of {counts['calls']} calls: the same bytes, decision and mail; the archive was left unfinished "
                f"{killed['unfinished']} times, an attempt at mail standing {killed['leased']} times, unknown {killed['unknown']} times, "
                f"an alert came twice {killed['told twice']} times",
        "torn": f"kill -9 within {counts['torn']} writes to log, HEAD, index and history, half of each written: the same",
        "full reports": f"a full disk from {counts['full reports']} writes to the archive on: nothing half published, the rest goes on, the same bytes later",
        "full data": f"a full disk from {counts['full data']} writes to the history on: the same",
        "full scratch": f"no space for temporary files from {counts['full scratch']} writes on: no workbook that breaks off, the same reports later",
        "read-only reports": "an archive that can only be read: the rest goes on, it is told, and told when it is over",
        "read-only data": "a history that can only be read: nothing is begun",
        "two": f"two jobs at the same time, ten times: one did everything, the other was turned away {seen['two']} times",
        "second": "a second job is turned away with exit 75 and the first one's process; a dead one's lock keeps nobody away",
        "back": "a clock set back by an hour, days and a year: nothing is due, nothing is changed",
        "twice": "a night run twice, and once more in the morning: nothing is due",
        "corrected": "a week corrected: revision 2 with its reason, revision 1 as it was, the difference named, the mail says revision",
        "missed": f"four missed nights in one run: in order, the decisions and {seen['missed']} pages and parts of their own evenings, one mail",
        "down": f"mail down for three nights: {seen['down']} mails once and in order, told once, and once when it was over",
    }


def main(programs, word):
    free = shutil.disk_usage("/dev/shm").free if pathlib.Path("/dev/shm").is_dir() else 0
    # Where memory serves as a disk the many copies cost nothing; for a process that dies it is the same.
    with tempfile.TemporaryDirectory(dir="/dev/shm" if free > 2**30 else None) as name:
        root = pathlib.Path(name).resolve()
        Desk.programs, Desk.tracer = programs, root / "crash-point"
        source = pathlib.Path(__file__).parent / "faults/crash-point.c"
        subprocess.run(["cc", "-O1", "-Wall", "-Werror", "-o", Desk.tracer, source], check=True)
        _, prepared = prepare(root)
        with Post(root / "post") as post:
            undisturbed = kill.Undisturbed(prepared, root / "undisturbed", post)
            temporary = disk.temporary_points(prepared.copy(root / "temporary"))
        order = kill.unsynced(undisturbed.calls)
        points = {"kill": undisturbed.points(), "torn": undisturbed.torn(), "full reports": disk.archive_points(undisturbed),
                  "full data": disk.history_points(undisturbed), "full scratch": temporary, "read-only reports": [1], "read-only data": [1]}
        counts = {"calls": len(undisturbed.calls), **{name: len(numbers) for name, numbers in points.items()}}
        pieces = [piece for name, numbers in points.items() for piece in shares(name, numbers) if piece[1]]
        pieces += [(name, None) for name in ("down", "missed", "two", "corrected", "second", "back", "twice")]
        seen = collections.defaultdict(collections.Counter)
        words = titles(counts, seen)
        pieces = [piece for piece in pieces if word in words[piece[0]]]
        problems = collections.defaultdict(list)
        with concurrent.futures.ProcessPoolExecutor(PROCESSES) as pool:
            for name, found, what, _ in pool.map(work, [(*piece, root, programs, undisturbed) for piece in pieces]):
                problems[name] += found
                if isinstance(what, dict):
                    seen[name].update(what)
                else:
                    seen[name] = what
    failed = report("an undisturbed night: whole, one mail, one alert, and nothing leaves before it is on the disk",
                    undisturbed.faults + order + ([] if (len(undisturbed.mails), len(undisturbed.alerts)) == (1, 1) else ["mails"]))
    words = titles(counts, seen)
    for name in problems:
        failed += report(words[name], problems[name])
    print(f"{len(problems) + 1 - failed} passed, {failed} failed")
    return failed > 0


def report(title, problems):
    print(f"{'FAIL' if problems else 'ok  '} {title}" + "".join(f"\n     {problem}" for problem in problems[:10]), flush=True)
    return bool(problems)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) == 3 else ""))
