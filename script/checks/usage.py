"""What the programs say where they are asked for what cannot be: each whole message, with its exit status."""
import os
import shutil

from checks.programs import ROOT

WEEK = "2026-W31-weekly"
BY = ["--person", "Ada Example", "--reason", "a drill"]


def says(p, title, result, status, text):
    """A refusal in exactly these words; those of a wrong command line begin with a capital."""
    p.refused(title, result, status, f"{'Error' if status == 64 else 'error'}: {text}\n")


def arguments(p, folder):
    """What is wrong with the command line alone, before anything is read."""
    head = folder / "head"
    head.write_text("a word\n")
    empty = "is invalid for '{} <{}>': it is empty, and would be recorded so"
    for command, text in (
            ("report nightly --now noon", "--now noon: write a moment as 2026-07-31T22:00:00Z"),
            ("report render old-against-new -p week", "-p week: write a parameter as name=value"),
            ("report weekly --weeks 0", "--weeks 0 must be at least 1"),
            ("report weekly --weeks 2 --json", "--weeks goes with neither --into nor --json; review one week at a time for these"),
            ("report weekly --weeks 2 --into out", "--weeks goes with neither --into nor --json; review one week at a time for these"),
            ("report datasets kpis --markdown", "--markdown prints the whole dictionary; leave out --json and the name"),
            ("report import", "nothing to import; name a file with --trades, --snapshots, --equity or --legacy"),
            ("report mail", "name a run, or use --status"),
            (f"report mail {WEEK} --resend --person Ada", "--resend needs --person and --reason, because they are recorded"),
            (f"report mail {WEEK} --dry-run a.eml --resume", "--dry-run sends nothing; leave out --resend and --resume"),
            (f"report remove {WEEK} --person Ada --reason drill", f"'{WEEK}' names no revision; write it as 2026-W31-weekly-r1"),
            ("report signoff rollback --person Ada",
             "there is no point 'rollback'; there are: rollback-rehearsed, operations-ready, guard-review, two-year-backtest, two-weeks-paper"),
            (f"report verify --head {folder}/none", f"--head {folder}/none: neither SIZE:DIGEST nor a file"),
            (f"report verify --head {head}", f"--head {head}: the file is no copy of HEAD"),
            ("backtest simulate --years 21", "--years 21 is out of range; simulate 1 to 20 years"),
            ("backtest simulate --share 1.5", "--share 1.5 must lie between 0 and 1"),
            ("backtest simulate --equity 0", "--equity 0.0 must be above 0 and below 1e12"),
            ("backtest run --bars . --vix . --from 2026-01-09 --to 2026-01-05", "--from 2026-01-09 lies after --to 2026-01-05")):
        says(p, f"{command.replace(str(folder) + '/', '')} is refused", p.run(*command.split()), 64, text)
    says(p, "a person needs a name", p.run("report", "gate", "halt", "--person", " ", "--reason", "a drill"), 64,
         "The value ' ' " + empty.format("--person", "name") + "\nHelp:  --person <name>  Who engages it.")
    says(p, "and a reason words", p.run("report", "gate", "release", "--person", "Ada", "--reason", "\u00a0"), 64,
         "The value '\u00a0' " + empty.format("--reason", "text") + "\nHelp:  --reason <text>  Why.")


def inputs(p, folder, desk):
    """What is not there, or is something else."""
    none = folder / "none"
    says(p, "there is no archive to mend", p.run("report", "mend", "--archive", none), 66,
         f"{none}: there is no archive; check the path, or publish a first report there")
    says(p, "nor to serve", p.run("report", "serve", "--archive", none), 66, f"{none}: there is no archive (no index.html); publish a report first")
    for user, password in (("ada:b", "secret"), ("ada", ""), ("", "secret")):
        says(p, f"nobody is let in as {user!r} with {password!r}",
             p.run("report", "serve", "--archive", none, env={"THETADESK_SERVE_USER": user, "THETADESK_SERVE_PASSWORD": password}), 78,
             "THETADESK_SERVE_USER and THETADESK_SERVE_PASSWORD must both be set, and the name hold no colon")
    says(p, "a dataset that is none is refused", p.run("report", "datasets", "volume_by_moon"), 65,
         "there is no dataset or scalar 'volume_by_moon'; `report datasets` lists them all")
    text = folder / "text"
    text.write_text("precious")
    before = "3 years before 0002-07-31 there is no such day"
    says(p, "no market begins before the calendar", p.run("backtest", "simulate", "--to", "0002-07-31", "--years", "3", "--into", folder / "new"), 65, before)
    for title, path, options, said in (
            ("a history that is there", desk, [], "exists already; add --replace, or name another file by --into"),
            ("a file", text, ["--replace"], "holds no history of this program and is left as it is; name another file by --into"),
            ("a folder", folder, ["--replace"], "is a folder, no file that a history could replace; name another by --into")):
        says(p, f"{title} is not replaced by a run", p.run("backtest", "simulate", "--years", "1", "--into", path, *options), 73, f"{path}: {said}")


def tables(p, folder):
    """CSV files of prices and of options."""
    path = folder / "table.csv"
    bars, option = "date,open,high,low,close,volume", "right,strike,spot,dividend_yield,rate,t_years"
    for command, text, said in (
            ("indicators", f"{bars},rsi14\n", f"{path}: the column 'rsi14' is there already and would stand twice; rename it"),
            ("indicators", f"{bars}\n2026-07-02,1,1,1,1,1\n2026-07-01,1,1,1,1,1\n",
             f"{path.name}:3:1: date '2026-07-01' does not come after 2026-07-02; sort the file and drop duplicates"),
            ("indicators", f"{bars}\n2026-07-02,1,1,2,1,1\n",
             f"{path.name}:2:16: low '2' and high must be positive and hold open and close between them"),
            ("price", f"{option}\n", f"{path}: the header has neither 'vol' nor 'price'; add the one that is known"),
            ("price", f"{option},vol,price\n", f"{path}: the header has both 'vol' and 'price'; leave out the one that is to be found"),
            ("price", f"{option},vol,rho\n", f"{path}: the column 'rho' is there already and would stand twice; rename it")):
        path.write_text(text)
        says(p, f"backtest {command} of {text.splitlines()[-1]} is refused", p.run("backtest", command, path), 65, said)
    path.write_text(f"{option},vol\nC,65,60,0,0.08,0.25,\n")
    result = p.run("backtest", "price", path)
    p.check("an option without a volatility has no price, and it is said why", result.returncode == 0 and result.stderr == f"note: {path.name}:2: vol is empty\n", result.stderr)
    path.write_text(f"{option},price\nC,65,60,0,0.08,0.25,\n")
    result = p.run("backtest", "price", path)
    p.check("nor one without a price a volatility", result.returncode == 0 and result.stderr == f"note: {path.name}:2: price is empty\n", result.stderr)


def imports(p, folder):
    """Files of which nothing is imported."""
    path, where = folder / "trades.csv", ["--database", folder / "import.sqlite"]
    head = "trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,fees\n"
    row = "MULTIBOOK,PRIMARY,SPY,put_credit,2026-06-01T19:45:00Z,two,0.62,1\n"
    last = f"error: {path}: rows were refused and nothing of the file was imported; mend them, or add --keep-going\n"
    for rows, options, said in (
            (1, [], f"error: {path.name}:2:58: contracts 'two' is not a whole number\n"),
            (25, [], "and 5 more; --verbose lists them\n"), (1100, ["--verbose"], "and more of the same; the first thousand of each rule are listed\n")):
        path.write_text(head + "".join(f"B{number},{row}" for number in range(rows)))
        result = p.run("report", "import", "--trades", path, *options, *where)
        p.check(f"{rows} bad rows are refused with what to do", result.returncode == 65 and result.stderr.endswith(said + last), result.stderr[-400:])
    path.write_text("trade_id\nA\n")
    says(p, "a file without its columns is refused as a whole", p.run("report", "import", "--trades", path, "--keep-going", *where), 65,
         f"{path}: cannot be read as a whole, and nothing of the file was imported; mend what is named above")


def switch(p, folder, history):
    """The kill switch where its file cannot be made, nor removed."""
    file, where = folder / "HALT", ["--database", history]
    p.ends("the kill switch tells its file", p.run("report", "gate", "halt", *BY, *where), 0, f"The kill switch is engaged ({file}).\n")
    p.ends("and when it is released", p.run("report", "gate", "release", *BY, *where), 0, "The kill switch is released.\n")
    p.ends("again there is nothing to release", p.run("report", "gate", "release", *BY, *where), 0, "The kill switch is not engaged; nothing is recorded.\n")
    file.mkdir()
    p.ends("where its file cannot be made, the history must do", p.run("report", "gate", "halt", *BY, *where), 73, "The kill switch is engaged in the history alone.\n")
    says(p, "and what cannot be removed goes on stopping", p.run("report", "gate", "release", *BY, *where), 73,
         f"{file}: cannot be removed (it is a folder), and trading stays stopped; remove it by hand")
    file.rmdir()


def notebooks(p, folder):
    templates = folder / "templates"
    shutil.copytree(ROOT / "templates", templates)
    for names, count in ((["weekly-review"], "1 notebook"), ([], f"{len(list(templates.glob('*.md')))} notebooks")):
        p.ends(f"of {count} without a fault it is said so", p.run("report", "check", *names, "--templates", templates), 0, f"{count}: nothing is wrong\n")


def archive(p, folder, history):
    where = ["--archive", folder / "reports"]
    both = [*where, "--database", history]
    p.ends("a week is published", p.run("report", "weekly", "--week", "2026-W31", *both), 0)
    p.ends("nothing was left undone", p.run("report", "mend", *where), 0, "nothing was left undone\nthe index is written anew\n")
    interrupted(p, folder, where)
    p.ends("nothing was held against a witness", p.run("report", "verify", *where), 0, "; not held against a witness\n")
    head = folder / "reports/HEAD"
    p.ends("nor is that said of what was", p.run("report", "verify", "--head", head, *where), 0, "; it fits the witness\n")
    says(p, "the first run has none to compare with", p.run("report", "diff", WEEK, *where), 65,
         f"{WEEK}-r1: there is no run before it to compare with; name two runs")
    settings, mail = folder / "desk.yaml", folder / "mail.eml"
    settings.write_text("mail:\n  from: ThetaDesk <desk@example.com>\n")
    command = ["report", "mail", WEEK, "--settings", settings, *both]
    says(p, "a mail needs somebody", p.run(*command), 78, "nobody is to get it; name them by --to, or under mail.recipients in desk.yaml")
    says(p, "and a server", p.run(*command, "--to", "ada@example.com"), 78, "mail.server is not set; name the server in desk.yaml, or use --dry-run")
    result = p.run(*command, "--to", "ada@example.com", "--to", "bo@example.com", "--dry-run", mail)
    p.ends("one that is only shown is said to be one of two", result, 0, f"{mail}: the mail to ada@example.com; the other one differs in the address alone\n")


def interrupted(p, folder, where):
    """The same publication as a crash leaves it: before its line is in the log, with its folder in place or without."""
    reports = folder / "reports"
    line, place = (reports / "log.jsonl").read_bytes(), reports / "2026/W31"
    for kept, said in ((True, "what was begun is done\nthe index is written anew\n"), (False, "had not come far enough, and was thrown away\n")):
        saved = folder / f"saved-{kept}"
        shutil.copytree(reports, saved)
        (reports / ".publishing").write_bytes(line)
        (reports / "log.jsonl").write_bytes(b"")
        (reports / "HEAD").unlink()
        if not kept:
            shutil.rmtree(place)
        p.ends(f"a publication that broke off {'after' if kept else 'before'} its folder had its place is mended", p.run("report", "mend", *where), 0, f"{WEEK}-r1: {said}")
        shutil.rmtree(reports)
        saved.rename(reports)


def all_usage(p, folder, desk):
    folder = folder / "usage"
    folder.mkdir()
    history = folder / "desk.sqlite"
    shutil.copy(desk, history)
    arguments(p, folder)
    inputs(p, folder, history)
    tables(p, folder)
    imports(p, folder)
    switch(p, folder, history)
    notebooks(p, folder)
    archive(p, folder, history)
    p.check("and nothing was made in the working folder", not any(os.path.lexists(ROOT / name) for name in ("out", "a.eml")))
