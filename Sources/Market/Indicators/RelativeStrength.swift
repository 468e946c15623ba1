/// Relative strength index over 14 changes (Wilder, "New Concepts in Technical Trading Systems", 1978, section VI).
///
/// The first averages of gains and losses are simple means; each later one is (13 × previous + today's) ÷ 14.
struct RelativeStrength: Sendable {
    private static let length = 14.0
    private var changes = 0.0
    private var gain = 0.0
    private var loss = 0.0

    /// Adds the change from one close to the next.
    mutating func append(change: Double) {
        let (up, down) = (max(change, 0), max(-change, 0))
        if changes < Self.length {
            changes += 1
            gain += (up - gain) / changes
            loss += (down - loss) / changes
        } else {
            gain += (up - gain) / Self.length
            loss += (down - loss) / Self.length
        }
    }

    /// Multiplies every price behind it.
    mutating func scale(by factor: Double) {
        gain *= factor
        loss *= factor
    }

    /// 0–100; nil before 14 changes, and where no price has ever moved, for then there is no strength to compare.
    var value: Double? {
        guard changes >= Self.length, gain + loss > 0 else { return nil }
        return 100 * gain / (gain + loss)
    }
}
