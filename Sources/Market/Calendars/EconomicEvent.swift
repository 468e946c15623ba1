public import Dates

/// A release or statement that moves the whole market.
public struct EconomicEvent: Hashable, Sendable {
    /// What is released.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// Statement of the Federal Open Market Committee.
        case fomc
        /// Consumer price index.
        case cpi
        /// Employment report: nonfarm payrolls and unemployment.
        case employment

        /// What a person calls it, as in `FOMC statement`.
        public var name: String {
            switch self {
            case .fomc: "FOMC statement"
            case .cpi: "CPI release"
            case .employment: "employment report"
            }
        }
    }

    /// Whether it is past, planned, or came unannounced.
    public enum Status: String, CaseIterable, Sendable, Codable {
        /// It took place as announced.
        case happened
        /// It is announced.
        case scheduled
        /// It took place without having been announced; nobody could avoid it beforehand.
        case unscheduled
    }

    /// What is released.
    public let kind: Kind
    /// The moment of release.
    public let time: Instant
    /// Whether it is past, planned, or came unannounced.
    public let status: Status

    /// An event.
    public init(kind: Kind, time: Instant, status: Status) {
        self.kind = kind
        self.time = time
        self.status = status
    }
}
