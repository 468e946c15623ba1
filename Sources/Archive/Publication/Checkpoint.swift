/// The points of a publication or removal between which a crash can fall, in their order. Tests stop the work at each of them.
public enum Checkpoint: String, CaseIterable, Sendable {
    /// The staging folder is there.
    case staged
    /// The report's files are written.
    case written
    /// So is its manifest.
    case described
    /// All of it is on the disk.
    case synced
    /// The line that is to be added to the log is kept beside it.
    case announced
    /// The folder is in its place: from here on the run is published, whatever happens.
    case placed
    /// The line is in the log: from here on a removal is done, whatever happens.
    case logged
    /// `HEAD` names the line.
    case headed
    /// The removed run's folder is gone.
    case deleted
    /// The pages of the years are written.
    case yearsIndexed
    /// The index is written; only the note about the work is left.
    case indexed
}
