"""A mail server that is down for three nights, and what is told meanwhile."""
from desk import differences
from servers import Post, door, header

NIGHTS = ["2026-07-29T22:00:00Z", "2026-07-30T22:00:00Z", "2026-07-31T22:00:00Z"]


def down(start, place):
    """Daily and weekly reports of three nights wait; the third failure is told once; then all go out once, in order."""
    problems = []
    with Post(place / "gone") as gone:
        nobody = gone.port
    desk = start.copy(place / "down").settings(nobody, mailed=("daily", "weekly"))
    with door() as (address, texts), Post(place / "post") as post:
        desk.environment["THETADESK_WEBHOOK_URL"] = address
        desk.run("report", "nightly", "--now", "2026-07-28T22:00:00Z")
        told = []
        for now in NIGHTS:
            ended = desk.night(now)
            if ended.status != 1 or "not sent yet" not in ended.out:
                problems.append(f"at {now}: {ended}")
            told.append([text for text in texts if "Mail does not go out" in text])
        desk.settings(post.port, mailed=("daily", "weekly"))
        ended = desk.night("2026-08-03T22:00:00Z")
        mails, _ = post.take()
        subjects = [header(mail, "Subject") for mail in mails]
        periods = [subject.split()[1].rstrip(":") for subject in subjects]
        if periods != ["2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31", "2026-W31", "2026-08-03"]:
            problems.append(f"sent: {subjects}")
        identities = [header(mail, "Message-ID") for mail in mails]
        if len(set(identities)) != len(mails):
            problems.append(f"a mail came twice: {identities}")
        outcomes = {state: count for state, count in desk.ask("select state, count(*) from outbox group by state")[0]}
        if outcomes != {"sent": len(mails)}:
            problems.append(f"the outbox: {outcomes}")
        raised = [text for text in texts if "Mail does not go out" in text and "RECOVERED" not in text.upper()]
        over = [text for text in texts if "Mail does not go out" in text and "RECOVERED" in text.upper()]
        if [len(t) for t in told] != [0, 1, 1] or len(raised) != 1 or len(over) != 1:
            problems.append(f"told: {texts}")
        before = desk.files()
        again = desk.night("2026-08-03T22:30:00Z")
        if again.status or post.take() != ([], []) or differences(before, desk.files(), "file"):
            problems.append(f"once more: {again}")
    desk.remove()
    return problems, len(mails)
