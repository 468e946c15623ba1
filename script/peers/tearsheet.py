#!/usr/bin/env python3
"""Times `report weekly` beside a quantstats HTML tear sheet of the same desk's daily returns.

usage: script/peers/tearsheet.py REPORT-PROGRAM HISTORY WEEK

Both run as whole processes, in turn, five times each after one warm-up. `report weekly` reads the history, computes the review and
renders three formats; quantstats reads a CSV of 501 returns and renders one. Prints medians and the ratio.
"""
import csv
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

PEER = """
import warnings; warnings.filterwarnings("ignore")
import logging; logging.disable(logging.CRITICAL)
import sys, matplotlib; matplotlib.use("Agg")
import pandas as pd, quantstats as qs
returns = pd.read_csv(sys.argv[1], index_col=0, parse_dates=True).iloc[:, 0]
qs.reports.html(returns, output=sys.argv[2], title="desk")
"""


def timed(command):
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"error: {command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


report, history, week = sys.argv[1:4]
with tempfile.TemporaryDirectory() as folder:
    returns = os.path.join(folder, "returns.csv")
    db = sqlite3.connect(f"file:{history}?mode=ro", uri=True)
    with open(returns, "w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["day", "return"])
        writer.writerows(db.execute('select day, "return" from daily_equity where strategy = \'MULTIBOOK\' order by day'))
    ours = [report, "weekly", "--database", history, "--week", week, "--into", os.path.join(folder, "weekly")]
    theirs = [sys.executable, "-c", PEER, returns, os.path.join(folder, "sheet.html")]
    runs = [(timed(ours), timed(theirs)) for _ in range(6)][1:]
    print(f"{'whole process':<34}{'wall s':>9}{'CPU s':>9}{'MiB':>8}")
    for name, column in (("report weekly, three formats", 0), ("quantstats reports.html", 1)):
        print(f"{name:<34}" + "".join(f"{statistics.median(r[column][i] for r in runs):>{w}.{d}f}" for i, w, d in ((0, 9, 2), (1, 9, 2), (2, 8, 0))))
    ratios = [statistics.median(r[0][i] / r[1][i] for r in runs) for i in range(3)]
    print(f"{'ratio, ours ÷ peer':<34}" + "".join(f"{r:>{w}.3f}" for r, w in zip(ratios, (9, 9, 8))))
