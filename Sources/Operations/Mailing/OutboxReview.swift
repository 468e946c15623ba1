public import Archive
internal import Dates
internal import Foundation
internal import Mail

/// What a person must know of the outbox.
public struct OutboxReview {
    /// Failed attempts after which a mail that waits is told of.
    private static let patience = 3
    private let outbox: HistoryOutbox
    private let archive: Archive

    /// The outbox of a history with the archive whose reports it sends.
    public init(_ outbox: HistoryOutbox, archive: Archive) {
        self.outbox = outbox
        self.archive = archive
    }

    /// Mails that a person must look at, and mails that have waited for long, each in a line. Mails of reports that were
    /// corrected since are left out: the correction's mail goes in their place.
    public func words() throws -> (stuck: [String], waiting: [String]) {
        let entries = try outbox.entries()
        guard !entries.isEmpty, archive.exists else { return ([], []) }
        let current = Set(try archive.history().current.map(\.place.name))
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
