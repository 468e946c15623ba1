import Dates
import Metrics
import Testing

/// Expected values from NumPy 2 and SciPy 1 on the same series, days counted from Friday 1970-01-02:
///
///     e = r - ((1 + rf)**(1/252) - 1); sr = e.mean() / e.std(ddof=1); q = np.quantile(r, .05)
///     g3 = scipy.stats.skew(r); g4 = scipy.stats.kurtosis(r, fisher=False)
///     var = 1 - g3*sr + (g4 - 1)/4 * sr**2
///     sharpe = sr * 252**.5; se = (var/(n - 1))**.5 * 252**.5
///     sortino = e.mean() / np.sqrt((np.minimum(e, 0)**2).mean()) * 252**.5
///     psr = norm.cdf((sr - target/252**.5) * (n - 1)**.5 / var**.5); mintrl = 1 + var*(norm.ppf(.95)/sr)**2
///     w = np.r_[1, np.cumprod(1 + r)]; mdd = (w/np.maximum.accumulate(w) - 1).min()
///     cagr = w[-1]**(365.25/days) - 1; es = r[r <= q].mean()
///     rho = [(d[:-k]*d[k:]).sum()/(d*d).sum() for k in range(1, int(n**(1/3)) + 1)]
///     adjusted = sr * 252/sqrt(252 + 2*sum((252 - k)*p for k, p in enumerate(rho, 1)))
@Suite("Statistics of daily returns agree with NumPy and SciPy")
struct ReturnStatisticsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let returns: Returns
        let riskFreeRate: Double
        let sharpe, error, sortino, psr0, psr2, adjusted: Double
        var testDescription: String { name }
    }

    static let rows = [
        Row(
            name: "252 independent days", returns: Returns(ReferenceSeries.plain(252)), riskFreeRate: 0,
            sharpe: 0.3985316858582957, error: 1.0018120504135055, sortino: 0.5792396702732884,
            psr0: 0.6546151841732119, psr2: 0.05495790973497746, adjusted: 0.44101431615508246),
        Row(
            name: "the same over 4 % a year", returns: Returns(ReferenceSeries.plain(252)), riskFreeRate: 0.04,
            sharpe: -0.04809441013876774, error: 1.0020209465534142, sortino: -0.06821468808776948,
            psr0: 0.48085915339965324, psr2: 0.02047856821946788, adjusted: -0.053221171994269956),
        Row(
            name: "504 smoothed days", returns: Returns(ReferenceSeries.smooth(504)), riskFreeRate: 0,
            sharpe: 0.7367542086244417, error: 0.7079411992599751, sortino: 1.0901659768144538,
            psr0: 0.8509925336434692, psr2: 0.03717985984790801, adjusted: 0.5689443432931416),
    ]

    @Test("Sharpe, its error, Sortino, PSR and the adjusted Sharpe", arguments: rows)
    func ratios(row: Row) throws {
        let year = Annualization(riskFreeRate: row.riskFreeRate)
        let returns = row.returns
        #expect(isClose(returns.sharpe(year), row.sharpe))
        #expect(isClose(returns.sharpeStandardError(year), row.error))
        #expect(isClose(returns.sortino(year), row.sortino))
        #expect(isClose(returns.probabilisticSharpe(above: 0, year), row.psr0))
        #expect(isClose(returns.probabilisticSharpe(above: 2, year), row.psr2))
        #expect(isClose(returns.autocorrelationAdjustedSharpe(year), row.adjusted))
        let interval = try #require(returns.sharpeEstimate(year).interval)
        #expect(abs(interval.high - (row.sharpe + 1.959963984540054 * row.error)) < 1e-10)
        #expect(abs(interval.low - (row.sharpe - 1.959963984540054 * row.error)) < 1e-10)
    }

    @Test("Growth, volatility, drawdown and tail of the independent days")
    func growth() throws {
        let returns = Returns(ReferenceSeries.plain(252))
        #expect(isClose(returns.totalReturn, 0.0316482053792555))
        #expect(isClose(returns.annualizedReturn(), 0.032670230635171604))
        #expect(isClose(returns.volatility(), 0.08782237709561898))
        #expect(isClose(returns.maxDrawdown, -0.09581220105954302))
        #expect(try #require(returns.deepestDrawdown).trough == Day("1970-10-08"))
        #expect(isClose(returns.calmar(), 0.3409819446154724))
        #expect(isClose(returns.valueAtRisk(), -0.008669))
        #expect(isClose(returns.expectedShortfall(), -0.009055384615384616))
        #expect(isClose(returns.autocorrelation(lag: 1), -0.049709045383804155))
        #expect(isClose(returns.minimumTrackRecord(above: 0), 4292.163133847507))
        #expect(isClose(Moments(returns.values).skewness, 0.019686671468198982))
        #expect(isClose(Moments(returns.values).kurtosis, 1.8819905421225365))
    }

    @Test("Growth, drawdown and tail of the smoothed days")
    func smoothed() throws {
        let returns = Returns(ReferenceSeries.smooth(504))
        #expect(isClose(returns.annualizedReturn(), 0.06929300278391448))
        #expect(isClose(returns.calmar(), 0.5349738461040174))
        #expect(isClose(returns.valueAtRisk(), -0.00919191983185654))
        #expect(isClose(returns.expectedShortfall(), -0.010275229482305526))
        #expect(isClose(returns.autocorrelation(lag: 1), 0.2957269741892781))
        #expect(isClose(returns.minimumTrackRecord(above: 0), 1257.5264133441801))
    }

    /// Bailey and López de Prado (2012): with a normal shape, SR 1 against 0 takes about 684 days at 95 %.
    @Test("No length of record shows a Sharpe ratio above one that is not there")
    func hopelessRecord() {
        let returns = Returns(ReferenceSeries.plain(252))
        #expect(returns.minimumTrackRecord(above: 3) == .undefined(.unreachable, n: 252))
    }

    @Test("A year is 252 sessions unless the settings say otherwise")
    func year() throws {
        let returns = Returns(ReferenceSeries.plain(252))
        let daily = try #require(returns.sharpe(Annualization(sessionsPerYear: 1)).value)
        #expect(abs(daily * 252.0.squareRoot() - 0.3985316858582957) < 1e-12)
        // Python: 1.05**(1/252) - 1.
        #expect(abs(Annualization(riskFreeRate: 0.05).dailyRiskFreeRate - 0.00019363050654397362) < 1e-15)
    }
}

/// Whether a figure has a value within a relative 1e-9 of the expected one.
func isClose(_ figure: Figure, _ expected: Double) -> Bool {
    figure.value.map { isClose($0, expected) } ?? false
}

/// Whether a value lies within a relative 1e-9 of the expected one.
func isClose(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-9 * max(1e-3, abs(expected))
}
