public import Console
public import History

/// Runs work on a history and gives each of its errors the exit status that scripts can act on.
public func opening<Result>(_ work: () throws(HistoryError) -> Result) throws(Failure) -> Result {
    do {
        return try work()
    } catch {
        throw Failure(status(of: error), error.description)
    }
}

private func status(of error: HistoryError) -> Failure.Status {
    switch error {
    case .missing, .unreadable: .noInput
    case .locked: .temporary
    case .readOnly, .diskFull, .fileExists: .cannotCreate
    case .notADatabase, .corrupt, .foreign, .fromTheFuture, .needsMigration, .sessionAlreadyWritten, .unknownTrade,
        .contradiction, .damaged, .failed:
        .data
    }
}
