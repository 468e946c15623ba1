#!/usr/bin/env python3
"""Fits the market factor of SimulationSettings by the simulated method of moments.

    dynamics.py FOLDER [evaluations]

FOLDER holds SPY.csv, VIX.csv and dividends.csv. Simulates 60 samples of the real one's length with common random
numbers and moves the parameters (Nelder and Mead) until the mean of each moment comes near the real one, in units
stated in TARGETS. The model is the one of docs/simulated-market.md; strategies play no part. Needs numpy and scipy.
"""
import csv
import pathlib
import sys

import numpy as np
from scipy.optimize import minimize

DT = 1 / 252
STRIP = 1.128  # VIX / ATM of the fitted smile at 30 days

# name: start. Rates and variances a year.
PARAMETERS = {
    "log level": -2.296, "kappa slow": 2.2, "eta slow": 0.38, "rho slow": -0.51, "kappa fast": 22.7, "eta fast": 1.9,
    "rho fast": -0.84, "theta stress": 1.12, "calm to stress": 0.29, "stress to calm": 1.09, "jumps": 8.9,
    "jump mean": -1.53, "jump sd": 1.76, "jump fast": 0.2, "premium": 1.12,
}
POSITIVE = {"kappa slow", "eta slow", "kappa fast", "eta fast", "theta stress", "calm to stress", "stress to calm",
            "jumps", "jump sd", "jump fast", "premium"}
# name: tolerance, in the moment's own unit.
TARGETS = {
    "VIX q01": 0.8, "VIX q10": 0.8, "VIX q25": 0.8, "VIX q50": 0.8, "VIX q75": 1.2, "VIX q90": 2.0, "VIX q99": 6.0,
    "ac1": 0.003, "ac5": 0.012, "ac21": 0.03, "ac63": 0.06, "ac126": 0.1, "dsd": 0.003, "dskew": 0.2, "dkurt": 2.0,
    "spikes": 1.0, "leverage": 0.02, "ratio": 0.04, "z sd": 0.02, "z kurt": 0.4, "z skew": 0.12, "z low": 0.03,
    "z high": 0.06, "kurt": 3.0, "abs5": 0.05, "abs21": 0.05,
}


def simulate(p, normals, uniforms):
    """Returns SPY log returns and VIX, days x samples."""
    days, samples = uniforms.shape[1:]
    calm_to, stress_to = p["calm to stress"], p["stress to calm"]
    share, fade = calm_to / (calm_to + stress_to), calm_to + stress_to
    kx, ky = p["kappa slow"], p["kappa fast"]
    stress = uniforms[0, 0] < share
    theta = p["theta stress"]
    x, y = theta * stress, np.zeros(samples)
    tau = (np.arange(21) + 0.5) * DT
    ex, ey, ef = np.exp(-kx * tau), np.exp(-ky * tau), np.exp(-fade * tau)
    jump_variance = 1 + p["jumps"] * DT * (p["jump mean"] ** 2 + p["jump sd"] ** 2)
    own = 2 * (p["eta slow"] ** 2 / (2 * kx) * (1 - ex**2) + p["eta fast"] ** 2 / (2 * ky) * (1 - ey**2))
    base = 2 * p["log level"] + own
    bridge = kx / (kx - fade) * (ef - ex)
    returns, vix = np.empty((days, samples)), np.empty((days, samples))
    for t in range(days):
        e, e1, e2, ej = normals[:, t]
        sigma = np.exp(p["log level"] + x + y)
        jumps = uniforms[1, t] < p["jumps"] * DT
        r = sigma * DT**0.5 * (
            e + jumps * (p["jump mean"] + p["jump sd"] * ej) - p["jumps"] * DT * p["jump mean"])
        stress = np.where(stress, uniforms[2, t] >= stress_to * DT, uniforms[2, t] < calm_to * DT)
        x = x + kx * DT * (theta * stress - x) + p["eta slow"] * DT**0.5 * (
            p["rho slow"] * e + (1 - p["rho slow"] ** 2) ** 0.5 * e1)
        y = y - ky * DT * y + p["eta fast"] * DT**0.5 * (
            p["rho fast"] * e + (1 - p["rho fast"] ** 2) ** 0.5 * e2) + jumps * p["jump fast"] * np.maximum(
            -(p["jump mean"] + p["jump sd"] * ej), 0) - p["jumps"] * DT * p["jump fast"] * abs(p["jump mean"])
        returns[t] = r + 0.08 * DT
        ahead = theta * share + (theta * stress - theta * share)[:, None] * bridge - theta * share * ex
        mean = x[:, None] * ex + y[:, None] * ey + ahead
        vix[t] = 100 * STRIP * (p["premium"] * jump_variance * np.exp(base + 2 * mean).mean(1)) ** 0.5
    return returns, vix


def autocorrelation(x, lag):
    x = x - x.mean(0)
    return (x[lag:] * x[:-lag]).sum(0) / (x * x).sum(0)


def moment(x, k):
    x = x - x.mean(0)
    return (x**k).mean(0) / (x * x).mean(0) ** (k / 2)


def moments(r, vix):
    out = {f"VIX q{q:02d}": np.percentile(vix, q, axis=0) for q in (1, 10, 25, 50, 75, 90, 99)}
    log = np.log(vix)
    for lag in (1, 5, 21, 63, 126):
        out[f"ac{lag}"] = autocorrelation(log, lag)
    change = np.diff(log, axis=0)
    out["dsd"], out["dskew"], out["dkurt"] = change.std(0), moment(change, 3), moment(change, 4)
    out["spikes"] = 252 * (change > np.log(1.2)).mean(0)
    later = r[1:]
    c = lambda a, b: ((a - a.mean(0)) * (b - b.mean(0))).mean(0) / a.std(0) / b.std(0)
    out["leverage"] = c(later, change)
    squares = np.cumsum(np.vstack([np.zeros((1, r.shape[1])), r**2]), 0)
    ahead = (squares[22:] - squares[1:-21]) * 12
    out["ratio"] = ahead.mean(0) / ((vix[:-21] / 100) ** 2).mean(0)
    z = later / (vix[:-1] / 100 * DT**0.5)
    out["z sd"], out["z kurt"], out["z skew"] = z.std(0), moment(z, 4), moment(z, 3)
    out["z low"], out["z high"] = (np.array([
        z[k, i].std() if (k := keep[:, i]).sum() > 50 else np.nan for i in range(z.shape[1])])
        for keep in (vix[:-1] < 15, vix[:-1] > 25))
    out["kurt"] = moment(r, 4)
    out["abs5"], out["abs21"] = autocorrelation(abs(r), 5), autocorrelation(abs(r), 21)
    return out


def real(folder):
    folder = pathlib.Path(folder)
    close = lambda name: np.array([float(row["close"]) for row in csv.DictReader(open(folder / name))])
    dates = [row["date"] for row in csv.DictReader(open(folder / "SPY.csv"))]
    paid = {row["ex_date"]: float(row["amount"])
            for row in csv.DictReader(open(folder / "dividends.csv")) if row["ticker"] == "SPY"}
    spy = close("SPY.csv")
    r = np.log((spy[1:] + np.array([paid.get(day, 0.0) for day in dates[1:]])) / spy[:-1])
    return r[:, None], close("VIX.csv")[1:, None]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    r, vix = real(sys.argv[1])
    target = {name: float(value[0]) for name, value in moments(r, vix).items()}
    random = np.random.default_rng(1)
    samples = 60
    normals = random.standard_normal((4, len(r), samples)).transpose(0, 1, 2)
    uniforms = random.random((3, len(r), samples))
    names = list(PARAMETERS)
    pack = lambda p: np.array([np.log(p[n]) if n in POSITIVE else p[n] for n in names])
    unpack = lambda v: {n: float(np.exp(a)) if n in POSITIVE else float(a) for n, a in zip(names, v)}

    def distance(v):
        p = unpack(v)
        if abs(p["rho slow"]) > 0.99 or abs(p["rho fast"]) > 0.99 or p["kappa slow"] > 12:
            return 1e6
        m = moments(*simulate(p, normals, uniforms))
        return sum(((np.nanmedian(m[n]) - target[n]) / s) ** 2 for n, s in TARGETS.items())

    start = pack(PARAMETERS)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 600
    best = minimize(distance, start, method="Nelder-Mead", options={
        "maxfev": count, "adaptive": True, "initial_simplex": np.vstack(
            [start] + [start + np.eye(len(start))[i] * (0.15 if n in POSITIVE else 0.1)
                       for i, n in enumerate(names)])}) if count else None
    p = unpack(best.x) if best else PARAMETERS
    print("distance", best.fun if best else distance(start))
    for name in names:
        print(f"  {name:16s} {p[name]:.4f}")
    m = moments(*simulate(p, normals, uniforms))
    for name, scale in TARGETS.items():
        print(f"{name:10s} real {target[name]:8.3f}  simulated median {np.nanmedian(m[name]):8.3f} sd {np.nanstd(m[name]):7.3f}"
              f"  miss {(np.nanmedian(m[name]) - target[name]) / scale:5.1f}")


if __name__ == "__main__":
    main()
