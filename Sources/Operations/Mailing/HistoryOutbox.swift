public import Dates
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

    /// See `OutboxStore`.
    /// - Throws: ``OutboxDamage``, what the history throws, and what `change` does.
    public func update<Result>(
        _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
    ) throws -> Result {
        try store.updateOutbox(kind: key.kind, period: key.period, revision: key.revision, recipient: key.recipient) {
            text in
            let (entry, result) = try change(try text.map { try Self.entry($0, "\(key)") })
            let record = OutboxRecord(
                kind: key.kind, period: key.period, revision: key.revision, recipient: key.recipient,
                state: entry.state.word, entry: try StoredJSON.text(entry), recordedAt: now())
            return (record, result)
        }
    }

    /// See `OutboxStore`.
    /// - Throws: ``OutboxDamage`` or what the history throws.
    public func entries() throws -> [OutboxEntry] {
        try store.outbox().map { record in
            try Self.entry(
                record.entry, "\(record.kind) \(record.period) r\(record.revision) to \(record.recipient)")
        }
    }

    private static func entry(_ text: String, _ key: String) throws(OutboxDamage) -> OutboxEntry {
        guard let entry = StoredJSON.value(OutboxEntry.self, from: text) else { throw OutboxDamage(key: key) }
        return entry
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
