public import Dates
internal import Foundation
public import History
internal import Ledger
public import Mail

/// The outbox in the history.
public struct HistoryOutbox: OutboxStore {
    private let store: HistoryStore
    private let now: () -> Instant

    /// The outbox of a history.
    public init(_ store: HistoryStore, now: @escaping () -> Instant) {
        self.store = store
        self.now = now
    }

    /// See `OutboxStore`. An entry that cannot be read is an error: a mail that may have left must not leave again.
    public func update<Result>(
        _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
    ) throws -> Result {
        try store.updateOutbox(kind: key.kind, period: key.period, revision: key.revision, recipient: key.recipient) {
            text in
            let (entry, result) = try change(try text.map(Self.entry))
            let record = OutboxRecord(
                kind: key.kind, period: key.period, revision: key.revision, recipient: key.recipient,
                state: entry.state.word, entry: try Self.text(entry), recordedAt: now())
            return (record, result)
        }
    }

    /// See `OutboxStore`.
    public func entries() throws -> [OutboxEntry] { try store.outbox().map { try Self.entry($0.entry) } }

    private static func entry(_ text: String) throws -> OutboxEntry {
        try JSONDecoder().decode(OutboxEntry.self, from: Data(text.utf8))
    }

    private static func text(_ entry: OutboxEntry) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(entry), as: UTF8.self)
    }
}

extension OutboxEntry.State {
    /// The state in a word, as people's SQL reads it.
    public var word: String {
        switch self {
        case .queued: "queued"
        case .sending: "sending"
        case .sent: "sent"
        case .retry: "retry"
        case .failed: "failed"
        case .unknown: "unknown"
        case .stopped: "stopped"
        }
    }

    /// Whether the mail is still on its way.
    var isOpen: Bool {
        switch self {
        case .queued, .sending, .retry: true
        case .sent, .failed, .unknown, .stopped: false
        }
    }
}
