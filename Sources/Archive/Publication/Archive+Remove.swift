public import Dates
internal import Input

extension Archive {
    /// Removes a run and leaves a tombstone: its line in the log stays, and another says who removed it and why.
    ///
    /// Nothing published is ever changed; removing is for what must not be kept, such as a report with a person's data in it.
    /// - Throws: ``ArchiveError`` or `FileLock.Refusal`.
    @discardableResult
    public func remove(_ place: Place, person: String, reason: String, at time: Instant) throws -> Removal {
        for (label, text) in [("person", person), ("reason", reason)] where !text.contains(where: { !$0.isWhitespace })
        {
            throw ArchiveError.invalidDraft(report: "removal of \(place)", rule: "the \(label) is empty")
        }
        return try writing { log in
            let outline = try self.outline(of: log)
            try checkStanding(place, log, outline)
            try checkWay(to: place)
            let removal = Removal(
                sequence: log.lines.count + 1, time: time, place: place, person: person, reason: reason,
                previous: log.link(origin: origin))
            let record = LogRecord.removal(removal)
            let line = try record.line()
            try Disk.replace(notePath, with: line + [10])
            try Disk.sync(root)
            try finishing(place) {
                try checkpoint(.announced)
                try complete(record, line, log, outline)
            }
            return removal
        }
    }

    private func checkStanding(_ place: Place, _ log: Log, _ outline: Outline) throws(ArchiveError) {
        guard outline.contains(place) else {
            let nearest = NearestName.suggestion(for: place.name, among: outline.places.map(\.name))
            throw .unknownRun(name: place.name, nearest: nearest)
        }
        if case .removed(let line) = outline.state(of: place), case .removal(let earlier) = try record(line, of: log) {
            throw .removedRun(place: place, person: earlier.person, reason: earlier.reason)
        }
    }
}
