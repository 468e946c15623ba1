#!/usr/bin/env python3
"""Peers of the pricing benchmarks, on options drawn as ours are; one line a case: name, units a second, checksum.

Best of repeated runs of some milliseconds within about three seconds each, one thread: on a shared machine the least
disturbed run tells most.
"""
import math
import time

import numpy as np
import QuantLib as ql
from scipy.special import ndtr

N = 10_000
R, Q = 0.045, 0.013


def draw(count):
    random = np.random.default_rng(7)
    spot = random.uniform(80, 500, count)
    strike = spot * random.uniform(0.8, 1.2, count)
    years = random.uniform(5, 90, count) / 365
    volatility = random.uniform(0.1, 0.6, count)
    return spot, strike, years, volatility, np.where(random.random(count) < 0.5, 1.0, -1.0)


S, K, T, SIGMA, SIGN = draw(N)


def measure(name, run):
    best, start = 0.0, time.perf_counter()
    while True:
        before = time.perf_counter()
        count, checksum = run()
        best = max(best, count / (time.perf_counter() - before))
        if time.perf_counter() - start > 3:
            break
    print(f"{name}\t{best:.0f}\t{checksum}", flush=True)


def greeks(S, K, T, SIGMA, SIGN):
    root = np.sqrt(T)
    deviation = SIGMA * root
    d1 = (np.log(S / K) + (R - Q + 0.5 * SIGMA * SIGMA) * T) / deviation
    asset, cash = S * np.exp(-Q * T), K * np.exp(-R * T)
    n1, n2 = ndtr(SIGN * d1), ndtr(SIGN * (d1 - deviation))
    density = np.exp(-0.5 * d1 * d1) * 0.3989422804014327
    price = SIGN * (asset * n1 - cash * n2)
    delta = SIGN * np.exp(-Q * T) * n1
    gamma = np.exp(-Q * T) * density / (S * deviation)
    theta = (SIGN * (Q * asset * n1 - R * cash * n2) - 0.5 * asset * density * SIGMA / root) / 365
    vega = asset * density * root / 100
    rho = SIGN * T * cash * n2 / 100
    return price, delta, gamma, theta, vega, rho


def numpy_greeks(options):
    def run():
        figures = greeks(*options)
        return len(options[0]), float(figures[0].sum() + figures[3].sum())

    return run


PRICE = greeks(S, K, T, SIGMA, SIGN)[0]
FORWARD, DISCOUNT = (S * np.exp((R - Q) * T)).tolist(), np.exp(-R * T).tolist()
RIGHT = [ql.Option.Call if sign > 0 else ql.Option.Put for sign in SIGN]
PRICES, STRIKES, DEVIATIONS = PRICE.tolist(), K.tolist(), (SIGMA * np.sqrt(T)).tolist()


def quantlib_greeks():
    count, total = 500, 0.0
    for i in range(count):
        payoff = ql.PlainVanillaPayoff(RIGHT[i], STRIKES[i])
        one = ql.BlackCalculator(payoff, FORWARD[i], DEVIATIONS[i], DISCOUNT[i])
        spot, years = float(S[i]), float(T[i])
        total += one.value() + one.delta(spot) + one.gamma(spot)
        total += one.theta(spot, years) + one.vega(years) + one.rho(years)
    return count, total


def quantlib_implied():
    count, total = 2_000, 0.0
    for i in range(count):
        try:
            deviation = ql.blackFormulaImpliedStdDev(RIGHT[i], STRIKES[i], FORWARD[i], PRICES[i], DISCOUNT[i])
            total += deviation / math.sqrt(T[i])
        except RuntimeError:
            pass  # no time value
    return count, total


def quantlib_american():
    today = ql.Date(2, 1, 2024)
    ql.Settings.instance().evaluationDate = today
    days = ql.Actual365Fixed()
    spot, volatility = ql.SimpleQuote(100.0), ql.SimpleQuote(0.2)
    process = ql.BlackScholesMertonProcess(
        ql.QuoteHandle(spot),
        ql.YieldTermStructureHandle(ql.FlatForward(today, Q, days)),
        ql.YieldTermStructureHandle(ql.FlatForward(today, R, days)),
        ql.BlackVolTermStructureHandle(
            ql.BlackConstantVol(today, ql.NullCalendar(), ql.QuoteHandle(volatility), days)
        ),
    )
    engine = ql.QdFpAmericanEngine(process, ql.QdFpAmericanEngine.accurateScheme())
    count, total = 20, 0.0
    for i in range(count):
        option = ql.VanillaOption(
            ql.PlainVanillaPayoff(RIGHT[i], STRIKES[i]), ql.AmericanExercise(today, today + round(T[i] * 365))
        )
        option.setPricingEngine(engine)
        spot.setValue(float(S[i]))
        volatility.setValue(float(SIGMA[i]))
        total += option.NPV()
    return count, total


measure("numpy", numpy_greeks((S, K, T, SIGMA, SIGN)))
measure("numpy-million", numpy_greeks(draw(1_000_000)))
measure("quantlib-greeks", quantlib_greeks)
measure("quantlib-implied", quantlib_implied)
measure("quantlib-american", quantlib_american)
