/// The rolling windows behind one symbol's ``Indicators``, fed one session after the other.
///
/// What it shows is a function of the bars appended so far and of nothing else. It is a value: to see the indicators
/// of a bar in progress without keeping it, ask ``indicators(with:impliedVolatility:)``.
public struct IndicatorWindow: Sendable {
    /// Closes and volumes of the last 21 sessions, oldest first.
    private var closes: [Double] = []
    private var volumes: [Double] = []
    private var strength = RelativeStrength()
    private var volatilities = VolatilityHistory()

    /// Empty windows.
    public init() {}

    /// Adds a session: its bar, and its 30-day at-the-money implied volatility (annualised fraction) or nil where none
    /// could be had. A day without one is no observation.
    public mutating func append(_ bar: Bar, impliedVolatility: Double?) {
        if let previous = closes.last { strength.append(change: bar.close - previous) }
        if closes.count > averageLength {
            closes.removeFirst()
            volumes.removeFirst()
        }
        closes.append(bar.close)
        volumes.append(bar.volume)
        volatilities.append(impliedVolatility)
    }

    /// Restates what was appended so far to shares after a split: prices divided, volumes multiplied by `ratio`, which
    /// is 2 for two new shares for each old one. Call it before the first bar in new shares.
    public mutating func restate(forSplit ratio: Double) {
        precondition(ratio > 0, "a split ratio is positive")
        for index in closes.indices {
            closes[index] /= ratio
            volumes[index] *= ratio
        }
        strength.scale(by: 1 / ratio)
    }

    /// The indicators after the last bar appended.
    public var indicators: Indicators {
        Indicators(
            sma20: simpleMovingAverage, rsi14: strength.value, impliedVolatility: volatilities.current,
            ivRank: volatilities.rank, ivPercentile: volatilities.percentile, ivObservations: volatilities.count,
            dayMove: dayMove, volumeRatio: volumeRatio)
    }

    /// The indicators as they would be if this bar, still in progress, were the session's last word.
    public func indicators(with bar: Bar, impliedVolatility: Double?) -> Indicators {
        var window = self
        window.append(bar, impliedVolatility: impliedVolatility)
        return window.indicators
    }

    private var simpleMovingAverage: Double? {
        guard closes.count >= averageLength else { return nil }
        // Summed afresh: a running sum would drift by rounding and make the value depend on where the history began.
        return closes.suffix(averageLength).reduce(0, +) / Double(averageLength)
    }

    private var dayMove: Double? {
        guard closes.count >= 2, closes[closes.count - 2] > 0 else { return nil }
        return closes[closes.count - 1] / closes[closes.count - 2] - 1
    }

    private var volumeRatio: Double? {
        guard volumes.count > averageLength, let today = volumes.last else { return nil }
        let mean = volumes.dropLast().reduce(0, +) / Double(averageLength)
        return mean > 0 ? today / mean : nil
    }
}

private let averageLength = 20
