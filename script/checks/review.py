"""Computes a week's review again from the history's views, in Python, and compares it with `report weekly --json`.

Nothing here shares code with the programs: sums in integer cents, statistics by the definitions in docs/metrics.md.
"""
import datetime
import json
import math
import sqlite3
import statistics

Z = 1.959963984540054  # 97.5 % quantile of the normal distribution


def cents(value):
    return None if value is None else round(value * 100)


def wilson(wins, n):
    if n == 0:
        return None, None
    p, z2 = wins / n, Z * Z
    centre, half = p + z2 / (2 * n), Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (centre - half) / (1 + z2 / n), (centre + half) / (1 + z2 / n)


def group(trades, key):
    found = {}
    for trade in trades:
        found.setdefault(trade[key], []).append(trade)
    result = {}
    for name, members in found.items():
        pnl = [cents(t["realized_pnl"]) for t in members]
        wins, losses = [p for p in pnl if p > 0], [p for p in pnl if p < 0]
        low, high = wilson(len(wins), len(pnl))
        result[name] = {
            "trades": len(pnl),
            "wins": len(wins),
            "losses": len(losses),
            "flat": len(pnl) - len(wins) - len(losses),
            "win_rate": len(wins) / len(pnl),
            "win_rate_low": low,
            "win_rate_high": high,
            "realized_pnl": sum(pnl) / 100,
            "mean_pnl": sum(pnl) / len(pnl) / 100,
            "median_pnl": statistics.median(pnl) / 100,
            "worst_pnl": min(pnl) / 100,
            "profit_factor": sum(wins) / -sum(losses) if losses else None,
            "fees": sum(cents(t["fees"]) for t in members) / 100,
            "mean_days": statistics.fmean(t["days_in_trade"] for t in members),
        }
    return result


def performance(rows):
    """Statistics of one strategy's daily_equity rows (day, return)."""
    days = [r["day"] for r in rows if r["return"] is not None]
    returns = [r["return"] for r in rows if r["return"] is not None]
    n = len(returns)
    wealth, peak, worst = 1.0, 1.0, 0.0
    for r in returns:
        wealth *= 1 + r
        peak = max(peak, wealth)
        worst = min(worst, wealth / peak - 1)
    result = {"observations": n, "total_return": wealth - 1 if n else None, "max_drawdown": worst if n else None}
    enough = n >= 20 and max(returns) - min(returns) > 4 * 2.220446049250313e-16 * max(map(abs, returns))
    if enough:
        mean, deviation = statistics.fmean(returns), statistics.stdev(returns)
        result["sharpe"] = math.sqrt(252) * mean / deviation
        downside = math.sqrt(sum(min(r, 0) ** 2 for r in returns) / n)
        result["sortino"] = math.sqrt(252) * mean / downside if downside > 0 else None
    else:
        result["sharpe"] = None
    return result


def close(first, second):
    if first is None or second is None:
        return first is None and second is None
    if isinstance(first, str) or isinstance(second, str):
        return first == second
    return abs(first - second) <= 1e-9 * max(1, abs(first), abs(second))


def check(json_text, database):
    """A list of differences, empty when the review agrees with the views."""
    review = json.loads(json_text)
    problems = []

    def compare(what, ours, theirs):
        if not close(ours, theirs):
            problems.append(f"{what}: the views give {ours!r}, the review says {theirs!r}")

    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    scalars = review["scalars"]
    year, number = scalars["week"].split("-W")
    monday = datetime.date.fromisocalendar(int(year), int(number), 1)
    first, last = monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()

    def rows(sql, *arguments):
        return [dict(row) for row in db.execute(sql, arguments)]

    closed = rows("select * from closed_trades where exit_day between ? and ?", first, last)
    total = group([t | {"all": 1} for t in closed], "all").get(1)
    compare("trades_closed", len(closed), scalars["trades_closed"])
    compare("realized_pnl", total["realized_pnl"] if total else 0, scalars["realized_pnl"])
    compare("win_rate", total["win_rate"] if total else None, scalars["win_rate"])
    compare("mean_days_in_trade", total["mean_days"] if total else None, scalars["mean_days_in_trade"])
    opened = sum(
        db.execute(f"select count(*) from {view} where entry_day between ? and ?", (first, last)).fetchone()[0]
        for view in ("closed_trades", "open_positions")
    )
    compare("trades_opened", opened, scalars["trades_opened"])
    names = review["datasets"]["activity"]["columns"]
    for row in (dict(zip(names, row)) for row in review["datasets"]["activity"]["rows"]):
        if isinstance(row["candidates"], (int, float)):
            compare(f"candidates of {row['strategy']} that are accounted for", row["candidates"],
                    row["refusals"] + row["trades_opened"] + row["hedges_opened"])

    for key in ("book", "symbol", "tier", "structure", "dte_bucket", "exit_reason", "strategy"):
        dataset = review["datasets"][f"pnl_by_{key}"]
        names = dataset["columns"]
        column = names.index(key)
        reported = {row[column]: dict(zip(names, row)) for row in dataset["rows"]}
        expected = group(closed, key)
        for name, figures in expected.items():
            name = "not recorded" if name is None else name
            if name not in reported:
                problems.append(f"pnl_by_{key}: no row {name!r}")
                continue
            for column_name, value in figures.items():
                compare(f"pnl_by_{key}[{name}].{column_name}", value, reported[name][column_name])
        for name, row in reported.items():
            if name not in expected and not (name == "not recorded" and None in expected) and row["trades"]:
                problems.append(f"pnl_by_{key}: a row {name!r} that the views do not have")

    dataset = review["datasets"]["performance"]
    for row in (dict(zip(dataset["columns"], r)) for r in dataset["rows"]):
        if row["window"] == "since inception":
            equity = rows("select day, return from daily_equity where strategy = ? and day <= ? order by day", row["strategy"], last)
            for name, value in performance(equity).items():
                compare(f"performance[{row['strategy']}, since inception].{name}", value, row[name])

    dataset = review["datasets"]["theta"]
    thetas = [dict(zip(dataset["columns"], r)) for r in dataset["rows"]]
    snapshots = {r["day"]: r["total_theta"] for r in rows("select day, total_theta from daily_snapshots where day between ? and ?", first, last)}
    for row in thetas:
        compare(f"theta[{row['day']}].total_theta", snapshots.get(row["day"]), row["total_theta"])
        known = row["total_theta"] is not None
        compare(f"theta[{row['day']}].gross_theta", row["total_theta"] * row["calendar_days"] if known else None, row["gross_theta"])
    sums = [r["gross_theta"] for r in thetas if r["gross_theta"] is not None]
    compare("gross_theta", math.fsum(sums) if sums else None, scalars["gross_theta"])

    amounts = {r[0]: r[1] for r in review["datasets"]["reconciliation"]["rows"]}
    problems += [f"reconciliation is off by {amounts[k]}" for k in amounts if "difference" in k.lower() and cents(amounts[k]) != 0]
    return problems
