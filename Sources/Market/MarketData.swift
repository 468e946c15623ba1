public import Dates
public import Input

/// A market that can be walked through, session after session: simulated, or recorded.
///
/// Snapshots come in order and never look ahead: the snapshot of a session is a function of the data up to it.
public protocol MarketData: Sendable {
    /// The sessions that the market can show, ascending; earlier data than the first serve the indicators' windows.
    var sessions: [Day] { get }
    /// The symbols, in the desk's order.
    var symbols: [String] { get }
    /// Whether a model made any of its prices.
    var isSynthetic: Bool { get }
    /// What a person must be told of where the prices come from, in one line.
    var provenance: String { get }
    /// Faults found in the data as a whole.
    var findings: [Finding] { get }

    /// Goes to the next session and shows it at the decision time; nil after the last.
    mutating func next() throws -> MarketSnapshot?
    /// Dividends and splits that take effect on a session, before its open.
    func corporateActions(on day: Day) -> [CorporateAction]
}
