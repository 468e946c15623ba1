/// The exit status of a verification, for scripts.
public enum VerifyStatus: Int32, Sendable {
    /// Everything is as it was published.
    case whole = 0
    /// Something is not.
    case fault = 1
    /// The archive, or a part of it, cannot be read, and nothing else is wrong.
    case unreadable = 3

    /// The status that some faults give; ``unreadable`` is also that of an error thrown.
    public init(_ faults: [ArchiveFault]) {
        self = faults.isEmpty ? .whole : faults.allSatisfy { $0.kind == .unreadable } ? .unreadable : .fault
    }
}
