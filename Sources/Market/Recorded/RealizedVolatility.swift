internal import Mathematics

/// Annualised volatility of the last so many daily log returns, about zero.
struct RealizedVolatility: Sendable {
    private let length: Int
    /// Squares of the last returns as a ring; `next` is where the following one goes.
    private var squares: [Double] = []
    private var next = 0

    init(length: Int) {
        self.length = length
    }

    /// Adds a session by the prices at its beginning and end, dividends and splits taken into account.
    mutating func append(from earlier: Double, to later: Double) {
        let logReturn = Elementary.log(later / earlier)
        if squares.count < length {
            squares.append(logReturn * logReturn)
        } else {
            squares[next] = logReturn * logReturn
            next = (next + 1) % length
        }
    }

    /// The volatility; nil until the window is full, and where no price has moved.
    var value: Double? {
        guard squares.count == length else { return nil }
        let sum = squares.reduce(0, +)
        return sum > 0 ? (sum / Double(length) * 252).squareRoot() : nil
    }
}
