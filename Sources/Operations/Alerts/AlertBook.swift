public import Dates
public import History
public import Mail

/// Tells conditions once and their ends once, and keeps in the history who was told.
public struct AlertBook {
    private let store: HistoryStore
    private let dispatcher: AlertDispatcher
    private let now: () -> Instant

    /// The alerts of a history.
    public init(_ store: HistoryStore, dispatcher: AlertDispatcher, now: @escaping () -> Instant) {
        self.store = store
        self.dispatcher = dispatcher
        self.now = now
    }

    /// What came of it.
    public struct Outcome: Hashable, Sendable {
        /// The conditions that are the case.
        public let raised: [Alert]
        /// How many were told anew on some channel, ends included.
        public let told: Int
        /// How many channels could not be reached; they are tried again the next time.
        public let owed: Int
    }

    /// Takes note of all conditions that are the case; what was the case and is not among them is over.
    public func note(_ alerts: [Alert]) throws -> Outcome {
        var (told, owed) = (0, 0)
        // What cannot be read is told anew: an alert that comes twice is better than one that never comes.
        let standings = try store.alertStandings().mapValues { StoredJSON.value(AlertStanding.self, from: $0) }
        let raised = Set(alerts.map(\.key))
        let over = standings.keys.filter { !raised.contains($0) }.sorted()
        let events =
            alerts.map { ($0.key, AlertEvent.raised($0, channels: dispatcher.channels)) }
            + over.map { ($0, .recovered) }
        for (key, event) in events {
            var (standing, notice) = AlertLedger.next(standings[key] ?? nil, on: event, at: now())
            try keep(standing, key)
            guard let notice else { continue }
            for (channel, delivery) in dispatcher.tell(notice) {
                if case .accepted = delivery {
                    standing = AlertLedger.next(standing, on: .told(channel), at: now()).standing
                    try keep(standing, key)
                    told += 1
                } else {
                    owed += 1
                }
            }
        }
        return Outcome(raised: alerts, told: told, owed: owed)
    }

    private func keep(_ standing: AlertStanding?, _ key: String) throws {
        try store.record(alert: key, standing: try standing.map { try StoredJSON.text($0) }, at: now())
    }
}
