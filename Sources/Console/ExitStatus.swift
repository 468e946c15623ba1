import History
import Input

/// An error of a room that knows nothing of programs, to which a program gives its exit status.
public protocol StatusBearing: Error {
    /// What scripts can act on.
    var exitStatus: Failure.Status { get }
}

extension Failure.Status {
    /// The exit status of an error: a ``Failure``'s own, what scripts can act on for a history, and otherwise
    /// ``data``, as the inputs are what errors are about.
    public init(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure.status
        case let error as any StatusBearing: self = error.exitStatus
        case let error as HistoryError: self = Failure.Status(error)
        case CSVError.unreadable: self = .noInput
        case FileLock.Refusal.taken: self = .temporary
        case is FileLock.Refusal, is OutputFile.Refusal: self = .cannotCreate
        case let refusal as FileRefusal: self = Failure.Status(refusal.reason)
        default: self = .data
        }
    }

    private init(_ reason: FileRefusal.Reason) {
        switch reason {
        case .missing, .kind, .system: self = .noInput
        case .size, .endless: self = .data
        }
    }

    private init(_ error: HistoryError) {
        switch error {
        case .missing, .unreadable, .linked, .noFile, .strangeLog: self = .noInput
        case .locked: self = .temporary
        case .readOnly, .diskFull, .fileExists: self = .cannotCreate
        case .notADatabase, .corrupt, .foreign, .fromTheFuture, .needsMigration, .sessionAlreadyWritten, .unknownTrade,
            .noGateRecord,
            .contradiction, .damaged, .failed:
            self = .data
        }
    }
}
