public import Ledger

/// The stable identifiers of the rules, as they stand in decisions, in the history and in reports.
public enum Rule: String, CaseIterable, Sendable {
    /// No opening while the desk is halted.
    case halt
    /// The symbol's data are good enough to trade on.
    case data
    /// The symbol's indicators have full windows.
    case ready
    /// No opening near an economic event.
    case blackout
    /// IV rank at entry.
    case ivRank = "iv-rank"
    /// MULTIBOOK's directional filter.
    case direction
    /// LEGACY's day move.
    case trigger
    /// Which structure is sold.
    case structure
    /// Days to expiration at entry.
    case dte
    /// Short strikes.
    case strike
    /// Quality of the legs' quotes.
    case quote
    /// Credit as a share of width.
    case credit
    /// Tier of the confidence score.
    case tier
    /// Contracts.
    case size
    /// Maximum loss of what is opened on one day.
    case dayRisk = "day-risk"
    /// Maximum loss of everything open.
    case openRisk = "open-risk"
    /// Risk and entries in one symbol, positions of one book.
    case concentration
    /// Net dollar delta.
    case delta
    /// Earned share of the credit.
    case profit
    /// Lost multiple of the credit.
    case stop
    /// Days to expiration at which a position is closed.
    case time
    /// Delta of a short leg.
    case deltaBreach = "delta-breach"
    /// Never carried into its last session.
    case expiry
    /// Early assignment before a dividend.
    case assignment
    /// The VIX hedge.
    case hedge
}

extension RuleResult {
    /// A verdict of one of the strategy's rules.
    public init(_ rule: Rule, _ passed: Bool?, value: Double? = nil, limit: Double? = nil, _ detail: String) {
        self.init(rule: rule.rawValue, passed: passed, value: value, limit: limit, detail: detail)
    }
}
