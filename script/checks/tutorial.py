#!/usr/bin/env python3
"""Follows docs/tutorial.md as a newcomer would, in a folder of its own, word by word.

usage: script/checks/tutorial.py BIN HISTORY

Saves each example after the ones before it, checks and renders the notebook after every step, runs every command of the
page, makes the page's mistake, and compares what is said of it. Prints each step; exit status 1 when one is otherwise.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN, HISTORY = map(pathlib.Path, sys.argv[1:3])
PAGE = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
MISTAKE = ("exit_reason, realized_pnl\nfrom", "exit_reason, realised_pnl\nfrom")
failed = 0


def step(title, holds, detail=""):
    global failed
    failed += not holds
    print(f"{'ok  ' if holds else 'FAIL'} {title}" + ("" if holds else f"\n     {detail.strip()[-800:]}"))


with tempfile.TemporaryDirectory() as name:
    desk = pathlib.Path(name)
    shutil.copytree(ROOT / "templates", desk / "templates")
    shutil.copytree(ROOT / "data/calendars", desk / "data/calendars")
    shutil.copy(ROOT / "data/desk.yaml", desk / "data/desk.yaml")
    shutil.copy(HISTORY, desk / "data/desk.sqlite")
    notebook = desk / "templates/my-week.md"

    def run(command):
        return subprocess.run(
            shlex.split(command, comments=True), cwd=desk, capture_output=True, text=True,
            env={**os.environ, "PATH": f"{BIN.resolve()}{os.pathsep}{os.environ['PATH']}"})

    # Examples and commands in the order of the page.
    fences = [(f"{marks}{kind}", text) for marks, kind, text in
              re.findall(r"^(`{3,})(markdown|sh|text)\n(.*?)^\1$", PAGE, flags=re.S | re.M)]
    examples = 0
    for kind, text in fences:
        if kind == "````markdown":
            examples += 1
            with notebook.open("a", encoding="utf-8") as file:
                file.write(("\n" if examples > 1 else "") + text)
            for command in ("report check my-week", "report render my-week"):
                result = run(command)
                step(f"after example {examples}: {command}", result.returncode == 0, result.stdout + result.stderr)
            page = desk / "reports/drafts/my-week/report.md"
            words = page.read_text(encoding="utf-8") if page.exists() else "there is no report"
            step(f"after example {examples} the report warns of nothing", "\n> * " not in words and "# My week" in words, words)
        elif kind == "```text":
            good = notebook.read_text(encoding="utf-8")
            step("the page's mistake can be made", MISTAKE[0] in good)
            notebook.write_text(good.replace(*MISTAKE), encoding="utf-8")
            result = run("report check my-week")
            step("the mistake reads as the page says", result.returncode == 65 and text.strip() in result.stdout + result.stderr,
                 result.stdout + result.stderr)
            notebook.write_text(good, encoding="utf-8")
        else:
            for command in text.strip().splitlines():
                # A preview ends when its reader does.
                if " preview " not in command:
                    result = run(command)
                    step(command.split("#")[0].strip(), result.returncode == 0, result.stdout + result.stderr)
    step("the page has examples, a mistake and commands", examples == 4 and len(fences) >= 7, str(len(fences)))
sys.exit(failed > 0)
