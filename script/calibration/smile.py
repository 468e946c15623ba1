#!/usr/bin/env python3
"""Fits the smile and the half-spread of SurfaceSettings to real SPY chains.

    smile.py CHAIN.csv [CHAIN.csv ...]

Each file has the columns quote_date, expiration, strike, right, bid, ask. Expired rows, rows without a two-sided
market and expirations with fewer than 30 usable strikes are left out. Needs numpy and scipy.

d = ln(K/F) / (ATM sqrt T).  Candidates for IV(d) / ATM:
  quadratic  1 + a d + b d^2
  hyperbola  1 + (1 - c g) (h(d) - h(0)),   g = exp(-sqrt(T / tau)),
             h(d) = (R - L)/2 (d - m) + (R + L)/2 sqrt((d - m)^2 + s^2):
L and R are the slopes far on the put and the call side; short smiles are flatter.
"""
import csv
import datetime
import math
import sys
from collections import defaultdict

import numpy as np
from scipy.optimize import brentq, least_squares
from scipy.stats import norm


def quotes(path):
    chain = defaultdict(dict)
    for row in csv.DictReader(open(path)):
        try:
            day = datetime.date.fromisoformat(row["quote_date"])
            expiration = datetime.date.fromisoformat(row["expiration"])
            bid, ask, strike = float(row["bid"]), float(row["ask"]), float(row["strike"])
        except ValueError:
            continue
        # Real half-spreads beyond 15 % of the price are market makers' absence, not their price.
        if expiration > day and 0 < bid <= ask and (ask - bid) <= 0.6 * (ask + bid):
            chain[(expiration - day).days].setdefault(strike, {})[row["right"]] = (bid, ask)
    return chain


def black(forward, strike, deviation, sign):
    d1 = math.log(forward / strike) / deviation + deviation / 2
    return sign * (forward * norm.cdf(sign * d1) - strike * norm.cdf(sign * (d1 - deviation)))


def points(path):
    """Rows (years, d, IV/ATM, half-spread, mid, ATM) of out-of-the-money quotes, and ATM by days."""
    rows, term = [], {}
    for days, strikes in sorted(quotes(path).items()):
        pairs = sorted(k for k, sides in strikes.items() if len(sides) == 2)
        if len(pairs) < 15:
            continue
        mid = lambda k, right: sum(strikes[k][right]) / 2
        gap = {k: mid(k, "C") - mid(k, "P") for k in pairs}
        near = sorted(pairs, key=lambda k: abs(gap[k]))[:9]
        # Parity at the strikes nearest the money; the median guards against stale pairs of the dirty file.
        forward = float(np.median([k + gap[k] for k in near]))
        years = days / 365
        usable = []
        for strike, sides in sorted(strikes.items()):
            right, sign = ("C", 1) if strike >= forward else ("P", -1)
            if right not in sides:
                continue
            bid, ask = sides[right]
            price = (bid + ask) / 2
            try:
                deviation = brentq(lambda v: black(forward, strike, v, sign) - price, 1e-4, 6)
            except ValueError:
                continue
            usable.append((strike, deviation / years**0.5, (ask - bid) / 2, price))
        if len(usable) < 30:
            continue
        strike, volatility, half, price = map(np.array, zip(*usable))
        close = abs(np.log(strike / forward)) < 0.03
        if close.sum() < 4:
            continue
        atm = float(np.polyval(np.polyfit(np.log(strike[close] / forward), volatility[close], 2), 0))
        d = np.log(strike / forward) / (atm * years**0.5)
        # A stale quote stands out of its neighbours.
        ratio = volatility / atm
        smooth = np.array([np.median(ratio[max(0, i - 3):i + 4]) for i in range(len(ratio))])
        keep = (abs(ratio - smooth) < 0.08) & (d > -5) & (d < 3)
        term[days] = atm
        rows += [(years, *r) for r in zip(d[keep], ratio[keep], half[keep], price[keep], np.full(keep.sum(), atm))]
    return np.array(rows), term


def hyperbola(p, years, d):
    left, right, m, s, damping, tau = p
    h = lambda x: (right - left) / 2 * (x - m) + (right + left) / 2 * np.sqrt((x - m) ** 2 + s * s)
    decay = np.exp(-np.sqrt(years / tau))
    return 1 + (1 - damping * decay) * (h(d) - h(0))


BUCKETS = [(-5, -3), (-3, -2), (-2, -1), (-1, 0), (0, 1), (1, 2), (2, 3)]


def report(name, model, data):
    error = model - data[:, 2]
    parts = []
    for low, high in BUCKETS:
        keep = (data[:, 1] >= low) & (data[:, 1] < high)
        parts.append(f"{math.sqrt((error[keep] ** 2).mean()):.3f}" if keep.any() else "-")
    print(f"  {name:28s} all {math.sqrt((error ** 2).mean()):.4f}  " + "  ".join(parts))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sets, terms = [], []
    for path in sys.argv[1:]:
        data, term = points(path)
        # The desk trades 1 to 90 days; longer expirations would only pull the fit away.
        sets.append(data[(data[:, 0] > 4 / 365) & (data[:, 0] < 0.4)])
        terms.append(term)
    # Each file weighs the same, whatever its number of strikes; so does each expiration's bucket of d.
    weights = []
    for data in sets:
        cell = np.round(data[:, 0] * 365) * 100 + np.floor(data[:, 1])
        _, index, count = np.unique(cell, return_inverse=True, return_counts=True)
        w = 1 / np.sqrt(count[index])
        weights.append(w / math.sqrt((w * w).sum()))
    data, weight = np.vstack(sets), np.concatenate(weights)
    residual = lambda p: (hyperbola(p, data[:, 0], data[:, 1]) - data[:, 2]) * weight
    start = [0.3, 0.15, 1.2, 0.6, 0.5, 0.1]
    limits = ([0, 0, 0, 0.4, 0, 0.005], [1, 0.6, 3, 3, 0.85, 1])
    fit = least_squares(residual, start, bounds=limits)
    print("hyperbola L R m s damping tau:", np.round(fit.x, 4))
    quad = least_squares(lambda p: (1 + p[0] * data[:, 1] + p[1] * data[:, 1] ** 2 - data[:, 2]) * weight, [-.2, .03])
    print("quadratic a b:", np.round(quad.x, 4))
    print("root mean square error of IV/ATM by d:", BUCKETS)
    for path, part, term in zip(sys.argv[1:], sets, terms):
        print(path.split("/")[-1], len(part), "quotes")
        report("1 - 0.20 d + 0.03 d^2", 1 - 0.2 * part[:, 1] + 0.03 * part[:, 1] ** 2, part)
        report("quadratic, fitted", 1 + quad.x[0] * part[:, 1] + quad.x[1] * part[:, 1] ** 2, part)
        report("hyperbola, fitted", hyperbola(fit.x, part[:, 0], part[:, 1]), part)
        own = least_squares(lambda p: hyperbola(p, part[:, 0], part[:, 1]) - part[:, 2], start,
                            bounds=limits)
        report("hyperbola, this file alone", hyperbola(own.x, part[:, 0], part[:, 1]), part)
        print("    alone:", np.round(own.x, 3))
        print("  ATM:", {k: round(v, 4) for k, v in term.items() if k < 400})
        # Half-spread against the premium, out of the money.
        half, price = part[:, 3], part[:, 4]
        X = np.stack([np.ones_like(price), price], 1)
        c, *_ = np.linalg.lstsq(X, half, rcond=None)
        edges = [0.01, 0.05, 0.2, 0.5, 1, 2, 4, 8, 16]
        med = [(e, round(float(np.median(half[(price >= e) & (price < f)])), 4))
               for e, f in zip(edges, edges[1:]) if ((price >= e) & (price < f)).sum() > 5]
        print("  half-spread = %.4f + %.4f mid; medians from premium:" % tuple(c), med)

    # Term structure: mean variance over T = level + (v0 - level) (1 - e^{-kT}) / (kT), through each file's 30 days.
    decay = lambda k, t: (1 - np.exp(-k * t)) / (k * t)

    def misses(p):
        out = []
        for term in terms:
            days = np.array([k for k in term if 7 <= k <= 400])
            atm = np.array([term[k] for k in days])
            thirty = float(np.interp(30, days, atm))
            model = p[0] ** 2 + (thirty**2 - p[0] ** 2) * decay(p[1], days / 365) / decay(p[1], 30 / 365)
            out.append((np.sqrt(np.maximum(model, 1e-6)) / atm - 1) / math.sqrt(len(days)))
        return np.concatenate(out)

    term_fit = least_squares(misses, [0.2, 1.5], bounds=([0.05, 0.1], [0.5, 10]))
    print("term structure: level %.4f, reversion %.3f; root mean square miss of ATM, relative: %.4f" % (
        *term_fit.x, math.sqrt((term_fit.fun**2).sum() / len(terms))))


if __name__ == "__main__":
    main()
