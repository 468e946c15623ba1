/// Where the outbox is kept. Two operations, so that all rules stay in ``Outbox``.
public protocol OutboxStore {
    /// Replaces an entry, or makes the first, in one transaction: nobody else reads or writes it between the reading that
    /// `change` is given and the writing of what it returns, and what is written survives a crash from then on.
    ///
    /// - Parameter change: Given the entry, nil where there is none, returns the next one and whatever the caller wants to
    ///   know.
    func update<Result>(
        _ key: OutboxKey, _ change: (OutboxEntry?) throws -> (entry: OutboxEntry, result: Result)
    ) throws -> Result

    /// All entries, in the order in which they were first asked for.
    func entries() throws -> [OutboxEntry]
}
