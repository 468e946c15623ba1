#!/usr/bin/env python3
"""Times `report render weekly-review` beside a Python program that makes a report of the same size.

usage: script/peers/report.py REPORT-PROGRAM HISTORY
       script/peers/report.py --peer HISTORY FOLDER     only make the peer's report

Both run as whole processes, in turn, nine times each after a warm-up: the history is read, a week's figures are computed and
three formats are written. The peer uses pandas and XlsxWriter and puts texts together as strings, without a template; it draws
as many resamples. Prints medians of wall time, processor time and the most memory held, with the goal of one report.
"""
import os
import pathlib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = "goal of the three formats: 0.10 s, 60 MiB"


def peer(history, folder):
    import numpy as np
    import pandas as pd

    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(f"file:{history}?mode=ro", uri=True)
    trades = pd.read_sql("select * from closed_trades", db)
    equity = pd.read_sql("select * from daily_equity order by day", db)
    last = equity["day"].max()
    week = trades[trades["exit_day"] > (pd.Timestamp(last) - pd.Timedelta(days=7)).strftime("%Y-%m-%d")]
    draws = np.random.default_rng(7)

    def interval(sample, resamples=2000):
        if len(sample) < 2:
            return float("nan"), float("nan")
        means = sample[draws.integers(0, len(sample), (resamples, len(sample)))].mean(axis=1)
        return tuple(np.quantile(means, [0.025, 0.975]))

    tables = []
    for column in ["book", "symbol", "tier", "structure", "exit_reason", "dte_bucket", "direction", "strategy"]:
        groups = []
        for name, group in week.groupby(column):
            pnl = group["realized_pnl"].to_numpy()
            low, high = interval(pnl)
            groups.append([str(name), len(pnl), (pnl > 0).mean(), pnl.sum(), pnl.mean(), low, high, pnl.min(), group["fees"].sum()])
        tables.append((f"P&L by {column}", pd.DataFrame(
            groups, columns=[column, "Trades", "Win rate", "P&L", "Mean", "from", "to", "Worst", "Fees"])))
    curves = equity.pivot(index="day", columns="strategy", values=["return", "equity", "drawdown"])
    returns = curves["return"].dropna()
    gap = (returns["MULTIBOOK"] - returns["LEGACY"]).to_numpy()
    comparison = []
    for measure, sample in [("Mean", gap), ("Return on risk", gap * 4), ("Sharpe", gap * 16), ("Days with both", gap[gap != 0])]:
        low, high = interval(sample)
        comparison.append([measure, sample.mean(), low, high, len(sample)])
    tables.append(("New against old", pd.DataFrame(comparison, columns=["Measure", "Difference", "from", "to", "n"])))
    keep = ["trade_id", "book", "symbol", "structure", "entry_day", "exit_day", "contracts", "credit", "fees", "realized_pnl", "exit_reason"]
    tables.append(("Closed trades", week[keep]))
    for name in ("equity", "drawdown"):
        tables.append((f"Daily {name}", curves[name].reset_index()))

    def text(value):
        return f"{value:,.2f}" if isinstance(value, float) else str(value)

    markdown, html = ["# Weekly review"], ["<!DOCTYPE html><html><meta charset=utf-8><title>Weekly review</title>"]
    for title, table in tables:
        rows = [[text(value) for value in row] for row in table.itertuples(index=False)]
        markdown += ["", f"**{title}**", "", "| " + " | ".join(table.columns) + " |", "|" + "---|" * len(table.columns)]
        markdown += ["| " + " | ".join(row) + " |" for row in rows]
        html.append(f"<table><caption>{title}</caption><tr>" + "".join(f"<th>{c}</th>" for c in table.columns) + "</tr>")
        html += ["<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in rows]
        html.append("</table>")
    for name in ("equity", "drawdown"):
        for column in curves[name]:
            values = curves[name][column].dropna().to_numpy()
            scaled = (values - values.min()) / (np.ptp(values) or 1) * 248
            path = " ".join(f"{x * 880 / len(values):.1f},{248 - y:.1f}" for x, y in enumerate(scaled))
            html.append(f'<svg viewBox="0 0 880 248"><polyline fill="none" stroke="black" points="{path}"/></svg>')
    (folder / "report.md").write_text("\n".join(markdown), encoding="utf-8")
    (folder / "index.html").write_text("\n".join(html), encoding="utf-8")
    with pd.ExcelWriter(folder / "report.xlsx", engine="xlsxwriter") as book:
        for title, table in tables:
            table.to_excel(book, sheet_name=title[:31], index=False, startrow=2)
            sheet = book.sheets[title[:31]]
            sheet.write_string(0, 0, title)
            if len(table):
                sheet.add_table(2, 0, len(table) + 2, len(table.columns) - 1, {"columns": [{"header": str(c)} for c in table.columns]})
            if title.startswith("Daily "):
                chart = book.book.add_chart({"type": "line"})
                for column in range(1, len(table.columns)):
                    chart.add_series({"values": [title[:31], 3, column, len(table) + 2, column]})
                sheet.insert_chart(2, len(table.columns) + 1, chart)


def timed(command):
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"error: {command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    if sys.argv[1] == "--peer":
        return peer(*sys.argv[2:4])
    report, history = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        ours = [report, "render", "weekly-review", "--database", history, "--into", os.path.join(folder, "ours")]
        theirs = [sys.executable, __file__, "--peer", history, os.path.join(folder, "theirs")]
        runs = [(timed(ours), timed(theirs)) for _ in range(10)][1:]
        names = ("report render weekly-review", "pandas + XlsxWriter + strings")
        for column, name in enumerate(names):
            figures = [statistics.median(run[column][i] for run in runs) for i in range(3)]
            print(f"{name:<34}{figures[0]:9.2f}{figures[1]:9.2f}{figures[2]:8.0f}" + (f"   ({GOAL})" if column == 0 else ""))
        ratios = [statistics.median(run[0][i] / run[1][i] for run in runs) for i in range(3)]
        print(f"{'ratio, ours ÷ peer':<34}{ratios[0]:9.3f}{ratios[1]:9.3f}{ratios[2]:8.3f}")
        sizes = [sum(file.stat().st_size for file in pathlib.Path(folder, part).rglob("*") if file.is_file()) for part in ("ours", "theirs")]
        print(f"{'bytes written, ours and peer':<34}{sizes[0]:9,}{sizes[1]:9,}")


if __name__ == "__main__":
    main()
