public import Archive
public import Console
public import Mail
public import Publishing
public import Rendering

extension ArchiveError: StatusBearing {
    /// Missing input, an output that cannot be written, or an archive that is not in order.
    public var exitStatus: Failure.Status {
        switch self {
        case .missing: .noInput
        case .refused(_, .read, _): .noInput
        case .refused, .occupied, .unfinished: .cannotCreate
        case .irregular, .tooLarge, .invalidDraft, .noReason, .invalidOutput, .damagedLog, .lostLog, .brokenLog,
            .tornLog, .strangeHead,
            .strangeRemnant,
            .unknownRun,
            .removedRun, .altered, .damagedManifest:
            .data
        }
    }
}

extension PublishingError: StatusBearing {
    /// A folder that cannot be made, or a report that is not as it should be.
    public var exitStatus: Failure.Status {
        switch self {
        case .noTemporaryFolder: .cannotCreate
        case .failedCells, .noCells, .templateMissing: .data
        }
    }
}

extension ReportFolder.Failure: StatusBearing {
    /// The output cannot be written.
    public var exitStatus: Failure.Status { .cannotCreate }
}

extension ReportFolder.Occupied: StatusBearing {
    /// The output cannot be written.
    public var exitStatus: Failure.Status { .cannotCreate }
}

extension WorkbookError: StatusBearing {
    /// The output cannot be written.
    public var exitStatus: Failure.Status { .cannotCreate }
}

extension MailError: StatusBearing {
    /// Settings or environment are wrong.
    public var exitStatus: Failure.Status { .settings }
}
