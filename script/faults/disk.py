"""A full disk at every write, and folders that can only be read."""
from desk import LATER, Fault, differences, with_unknown_mail
from servers import header

WRITES = ("write", "pwrite64")


def below(calls, folder):
    """The calls that count where only a folder's do, numbered as they then are."""
    return [call for call in calls if call[1] == "socket" or call[1] == folder or call[1].startswith(folder + "/")]


def points(calls, words):
    """The calls that need space, one for each file and kind of call, of files whose path has one of the words."""
    seen, chosen = set(), []
    for number, (name, path) in enumerate(calls, 1):
        if name in (*WRITES, "openat", "open", "mkdir") and any(word in path for word in words) and (name, path) not in seen:
            seen.add((name, path))
            chosen.append(number)
    return chosen


def archive_points(undisturbed):
    """Of a night's three publications the weekly one: the others write less, in the same way."""
    calls = below(undisturbed.calls, "reports")
    begin = next(number for number, (_, path) in enumerate(calls) if "weekly" in path)
    return [n for n in points([("", "")] * begin + calls[begin:], ("reports/",))] + [1]


def history_points(undisturbed):
    """The history's own files, and every eighth of its transactions."""
    calls = below(undisturbed.calls, "data")
    commits = [n for n, (name, path) in enumerate(calls, 1) if name in WRITES and path.endswith("-wal")]
    return sorted({*points(calls, ("data/",)), *commits[::8]})


def temporary_points(desk):
    """The calls of a night that write temporary files, of which a workbook has one for each of its parts: some of them."""
    scratch(desk).night(fault=Fault("none", 0, "scratch"))
    writes = [n for n, (name, _) in enumerate(desk.calls(), 1) if name in WRITES]
    desk.remove()
    return writes[:: len(writes) // 12]


def scratch(desk):
    """A desk with a disk of its own for temporary files."""
    (desk.folder / "scratch").mkdir()
    desk.environment["TMPDIR"] = str(desk.folder / "scratch")
    return desk


def broken(kind, number, folder, undisturbed, prepared, place, post):
    """A night with a disk that fails from a call on, and then one without: what is otherwise than it should be."""
    desk = prepared.copy(place).settings(post.port)
    isArchive = folder in ("reports", "scratch")
    try:
        if folder == "scratch":
            scratch(desk)
        before = {name for name in desk.files() if "/r1/" in name}
        ended = desk.night(fault=Fault(kind, number, folder))
        calls, text = desk.calls(), ended.out + ended.err
        where = f"{kind} from {number} {' '.join(calls[number - 1])}: " if len(calls) >= number else f"{kind} from {number}: "
        problems = []
        if ended.status:
            remedy = any(word in text for word in ("free some space", "disk's space", "there is space in it", "mount it for writing"))
            if not remedy or str(desk.reports if isArchive else "desk.sqlite") not in text:
                problems.append(f"file or remedy is missing: {ended}")
            if "Error Domain" in text:
                problems.append(f"the system's own words: {ended}")
        told = 0
        if isArchive:
            lines = [line.strip() for line in ended.out.splitlines()]
            failed = [line.split()[1] for line in lines if line.startswith("✗")]
            states = {line.split()[1] for line in lines if line[:1] in "✓!…–✗" and len(line.split()) > 1}
            if ended.status != 2 or not failed or any(not step.startswith("report-") for step in failed):
                problems.append(f"failed {failed}: {ended}")
            if not {"gate", "mail", "alerts"} <= states:
                problems.append(f"the other steps did not go on: {ended}")
            told = 1
        elif ended.status not in ((73,) if kind == "read-only" else (0, 66, 73)):
            # A full disk at the very end keeps only the history's log from being folded in, and nothing is lost.
            problems.append(f"another status was expected: {ended}")
        # What stands under a run's name is whole and in the log, or its publication says that it is unfinished.
        left = desk.run("report", "verify")
        strange = [line for line in left.out.splitlines()[:-1] if "unfinished work" not in line and "head behind" not in line]
        problems += [f"half published: {line}" for line in strange] if left.status else []
        if not before <= set(desk.files()):
            problems.append("an earlier report is gone")
        hasLeft = any(state.get("sending", {}).get("hasEnded") for state in desk.entries())
        again = desk.night()
        if any("sending" in state for state in desk.entries()):
            again = desk.night(LATER)
        # A mail whose end may have left is unknown, which somebody should look at.
        if again.status > hasLeft:
            problems.append(f"with space again: {again}")
        problems += desk.faults()
        mails, alerts = post.take()
        if folder == "scratch":
            # The library then looks for another folder, so that only the first report may fail and follow the others:
            # every report is the same, and the log has them in another order.
            reports = [{name: digest for name, digest in files.items() if "/r1/" in name} for files in (undisturbed.files, desk.files())]
            problems += differences(*reports, "file")
            if [header(mail, "Message-ID") for mail in mails] != [header(mail, "Message-ID") for mail in undisturbed.mails]:
                problems.append(f"{len(mails)} mails")
        else:
            expected = with_unknown_mail(undisturbed.tables) if hasLeft else undisturbed.tables
            problems += differences(undisturbed.files, desk.files(), "file") + differences(expected, desk.tables(), "table")
            if mails != undisturbed.mails and not (hasLeft and not mails):
                problems.append(f"{len(mails)} mails")
        subjects = [header(alert, "Subject") for alert in alerts]
        steps = [subject for subject in subjects if "A step of the nightly job failed" in subject]
        if len(steps) != 2 * told or (told and not steps[-1].startswith("RECOVERED")):
            problems.append(f"alerts {subjects}")
        return [where + problem for problem in problems]
    finally:
        desk.remove()


def sweep(kind, numbers, folder, undisturbed, prepared, place, post):
    """The same for each of the numbers."""
    return [problem for number in numbers for problem in broken(kind, number, folder, undisturbed, prepared, place / f"{kind}-{number}", post)]
