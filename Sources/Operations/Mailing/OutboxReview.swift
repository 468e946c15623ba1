public import Archive
public import Dates
internal import Foundation
internal import Mail

/// What a person must know of the outbox.
public struct OutboxReview {
    /// Failed attempts after which a mail that waits is told of.
    private static let patience = 3
    /// Days after a report's as-of date until which its mail is told of: by then a person has decided, or nobody will.
    private static let memory = 30
    private let outbox: HistoryOutbox
    private let archive: Archive
    private let today: Day

    /// The outbox of a history with the archive whose reports it sends, as it stands today.
    public init(_ outbox: HistoryOutbox, archive: Archive, today: Day) {
        self.outbox = outbox
        self.archive = archive
        self.today = today
    }

    /// Mails that a person must look at, and mails that have waited for long, each in a line. Mails of reports that were
    /// corrected since are left out, as the correction's mail goes in their place, and so are those of a month ago.
    public func words() throws -> (stuck: [String], waiting: [String]) {
        let entries = try outbox.entries()
        guard !entries.isEmpty, archive.exists else { return ([], []) }
        let recent = try archive.history().current.filter { $0.asOf.days(to: today) <= Self.memory }
        let current = Set(recent.map(\.place.name))
        var words: (stuck: [String], waiting: [String]) = ([], [])
        for entry in entries where current.contains(entry.key.runName) {
            switch entry.state {
            case .failed, .unknown, .stopped: words.stuck.append(entry.description)
            case .retry where entry.failures >= Self.patience: words.waiting.append(entry.description)
            case .queued, .sending, .sent, .retry: continue
            }
        }
        return words
    }
}
