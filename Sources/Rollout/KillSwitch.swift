internal import Dates
public import Ledger

/// The kill switch as the history and the file beside it show it. Either is enough to stop trading.
public struct KillSwitch: Hashable, Sendable {
    /// What was done with it last; nil where it was never touched.
    public var last: KillSwitchEvent?
    /// Whether its file lies beside the history.
    public var hasFile: Bool

    /// The kill switch.
    public init(last: KillSwitchEvent? = nil, hasFile: Bool = false) {
        self.last = last
        self.hasFile = hasFile
    }

    /// Whether trading is stopped.
    public var isEngaged: Bool { hasFile || last?.isEngaged == true }

    /// Who stopped it, since when and why, or that it is released.
    var text: String {
        if let last, last.isEngaged {
            return "engaged by \(last.person) at \(NewYork.wallTime(last.time)): \(last.reason)"
        }
        if hasFile { return "engaged by its file beside the history" }
        return last.map { "released by \($0.person) at \(NewYork.wallTime($0.time)): \($0.reason)" } ?? "never engaged"
    }
}
