#!/usr/bin/env python3
"""Stylised facts of daily bars of the six funds and VIX.

    facts.py FOLDER [FOLDER ...]

Each folder holds SPY.csv ... XLK.csv (date,open,high,low,close,volume), VIX.csv and, if there are any, dividends.csv
(ticker,ex_date,amount,...).  One folder: its facts.  Several (one a seed): mean and standard deviation over folders.
Needs only Python's standard library and numpy.
"""
import csv
import pathlib
import sys

import numpy as np

SYMBOLS = ["SPY", "QQQ", "IWM", "DIA", "XLE", "XLK"]


def bars(path):
    with open(path) as file:
        rows = list(csv.DictReader(file))
    column = lambda name: np.array([float(row[name]) for row in rows])
    return [row["date"] for row in rows], column("open"), column("high"), column("low"), column("close"), (
        column("volume") if "volume" in rows[0] else None)


def autocorrelation(x, lag):
    x = x - x.mean()
    return float((x[lag:] * x[:-lag]).sum() / (x * x).sum())


def kurtosis(x):
    x = x - x.mean()
    return float((x**4).mean() / (x * x).mean() ** 2)


def skewness(x):
    x = x - x.mean()
    return float((x**3).mean() / (x * x).mean() ** 1.5)


def facts(folder):
    folder = pathlib.Path(folder)
    dividends = {}
    if (folder / "dividends.csv").exists():
        for row in csv.DictReader(open(folder / "dividends.csv")):
            dividends[row["ticker"], row["ex_date"]] = float(row["amount"])
    returns, out = {}, {}
    for symbol in SYMBOLS:
        days, o, h, l, c, v = bars(folder / f"{symbol}.csv")
        paid = np.array([dividends.get((symbol, day), 0.0) for day in days])
        r = np.log((c[1:] + paid[1:]) / c[:-1])
        returns[symbol] = r
        out[f"{symbol} volatility %"] = 100 * r.std() * 252**0.5
        out[f"{symbol} kurtosis"] = kurtosis(r)
        out[f"{symbol} |r|>3sd per year"] = 252 * float((abs(r - r.mean()) > 3 * r.std()).mean())
        out[f"{symbol} skewness"] = skewness(r)
        out[f"{symbol} range/|close-close|"] = float(np.log(h / l)[1:].mean() / abs(r).mean())
        out[f"{symbol} overnight variance share %"] = 100 * float(
            np.log((o[1:] + paid[1:]) / c[:-1]).var() / r.var())
        out[f"{symbol} median volume (M)"] = float(np.median(v)) / 1e6
        yearly = sum(amount for (ticker, _), amount in dividends.items() if ticker == symbol) / (len(c) / 252)
        out[f"{symbol} dividend yield %"] = 100 * yearly / c.mean()
    _, _, _, _, vix, _ = bars(folder / "VIX.csv")
    for q in (1, 10, 25, 50, 75, 90, 99):
        out[f"VIX q{q:02d}"] = float(np.percentile(vix, q))
    out["VIX mean"], out["VIX max"] = float(vix.mean()), float(vix.max())
    log = np.log(vix)
    out["log VIX sd"] = float(log.std())
    for lag in (1, 5, 21, 63, 126, 252):
        out[f"log VIX autocorrelation {lag}"] = autocorrelation(log, lag)
    change = np.diff(log)
    out["log VIX daily change sd"] = float(change.std())
    out["log VIX change skewness"] = skewness(change)
    out["log VIX change kurtosis"] = kurtosis(change)
    out["VIX +20% days per year"] = 252 * float((np.diff(vix) / vix[:-1] > 0.20).mean())
    out["VIX above 30 share %"] = 100 * float((vix > 30).mean())
    r = returns["SPY"]
    out["correlation SPY return, log VIX change"] = float(np.corrcoef(r, change)[0, 1])
    ahead = np.array([(r[t + 1:t + 22] ** 2).mean() * 252 for t in range(len(r) - 22)])
    implied = (vix[1:len(ahead) + 1] / 100) ** 2
    out["VIX - realised 21 ahead, points"] = float((vix[1:len(ahead) + 1] - 100 * ahead**0.5).mean())
    out["VIX below realised share %"] = 100 * float((implied < ahead).mean())
    out["variance: realised/implied"] = float(ahead.mean() / implied.mean())
    out["log realised on log VIX correlation"] = float(np.corrcoef(np.log(ahead), np.log(implied))[0, 1])
    for lag in (1, 5, 21, 63):
        out[f"|SPY return| autocorrelation {lag}"] = autocorrelation(abs(r), lag)
    out["corr(return, |return| 1..5 later)"] = float(np.mean(
        [np.corrcoef(r[:-k], abs(r[k:]))[0, 1] for k in range(1, 6)]))
    for i, a in enumerate(SYMBOLS):
        for b in SYMBOLS[i + 1:]:
            out[f"correlation {a} {b}"] = float(np.corrcoef(returns[a], returns[b])[0, 1])
    calm, stress = implied.shape[0], None
    level = vix[:-1]
    for name, keep in (("VIX<15", level < 15), ("VIX>25", level > 25)):
        if keep.sum() > 60:
            out[f"mean correlation, {name}"] = float(np.mean([
                np.corrcoef(returns[a][keep], returns[b][keep])[0, 1]
                for i, a in enumerate(SYMBOLS) for b in SYMBOLS[i + 1:]]))
    out["SPY drift % a year"] = 100 * float(r.mean() * 252)
    closes = np.cumsum(r)
    out["SPY maximum drawdown %"] = 100 * float(1 - np.exp((closes - np.maximum.accumulate(closes)).min()))
    return out


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    tables = [facts(folder) for folder in sys.argv[1:]]
    for name in tables[0]:
        values = [table[name] for table in tables if name in table]
        spread = f" ± {np.std(values):8.3f}" if len(values) > 1 else ""
        print(f"{name:44s} {np.mean(values):9.3f}{spread}")


if __name__ == "__main__":
    main()
