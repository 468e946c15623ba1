internal import Dates
public import Input

/// Checks of daily bars against themselves, the exchange calendar and the list of splits.
///
/// | rule | grade | meaning |
/// |---|---|---|
/// | `bars.empty` | error | there is no bar |
/// | `bars.calendar-end` | error | a bar lies outside the days that the calendar covers |
/// | `bars.non-session` | error | a bar on a day without a session |
/// | `bars.unordered` | error | a day earlier than the one before it |
/// | `bars.duplicate` | error | a day twice |
/// | `bars.gap` | error | a session without a bar, between the first and the last |
/// | `bars.price` | error | a price that is not above zero |
/// | `bars.range` | error | high below low, or open or close outside of them |
/// | `bars.jump` | error | a close too far from the one before, not explained by a split |
/// | `bars.split-unseen` | error | a listed split that does not show: the prices were adjusted for it |
/// | `bars.zero-volume` | warning | no share was traded |
/// | `bars.stale` | warning | a bar equal to the one before in all its prices |
/// | `bars.split` | note | a jump that a listed split explains |
public enum BarQuality {
    /// What counts as too much.
    public struct Limits: Hashable, Sendable {
        /// The largest believable change from close to close, as a fraction.
        public var jump: Double
        /// Whether each bar ought to have volume; false for an index.
        public var expectsVolume: Bool

        /// Limits; a jump of more than 25 % and missing volume are faults unless told otherwise.
        public init(jump: Double = 0.25, expectsVolume: Bool = true) {
            self.jump = jump
            self.expectsVolume = expectsVolume
        }

        /// Limits for a volatility index, which doubles in a day now and then and has no volume.
        public static let index = Limits(jump: 2, expectsVolume: false)
    }

    /// The faults of one symbol's bars, in the order of their days and, of one day, of the table above.
    public static func check(
        _ bars: [Bar], symbol: String, calendar: TradingCalendar, splits: [Split] = [], limits: Limits = Limits()
    ) -> [Finding] {
        var inspection = BarInspection(symbol: symbol, calendar: calendar, limits: limits)
        inspection.splits = Dictionary(
            splits.filter { $0.symbol == symbol }.map { ($0.day, $0.ratio) }, uniquingKeysWith: *)
        inspection.inspect(bars)
        // A stable order: findings of one day stay as they were made.
        return inspection.findings.enumerated()
            .sorted { (order($0.element), $0.offset) < (order($1.element), $1.offset) }
            .map(\.element)
    }
}

/// A key that puts findings without a day first.
private func order(_ finding: Finding) -> Int32 { finding.day?.daysSince1970 ?? .min }
