/// Why a report could not be put into the archive, or not be made again.
public enum PublishingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Cells failed; the page that shows them lies outside of the archive.
    case failedCells(report: String, cells: [String], page: String)
    /// A run holds no cells, so that it cannot be compared or sent.
    case noCells(run: String)
    /// A run's notebook is not among the templates.
    case templateMissing(run: String, template: String)
    /// There is no room for what is only compared and thrown away.
    case noTemporaryFolder(path: String, reason: String)

    /// The report, the rule, and the remedy.
    public var description: String {
        switch self {
        case .failedCells(let report, let cells, let page):
            "\(report): \(cells.count == 1 ? "a cell" : "\(cells.count) cells") failed (\(cells.joined(separator: ", "))); "
                + "\(page) shows where and why, and nothing was published"
        case .noCells(let run): "\(run): there is no cells.json in it; it was published by something else"
        case .templateMissing(let run, let template):
            "\(run): its notebook \(template) is not among the templates; name their folder with --templates"
        case .noTemporaryFolder(let path, let reason):
            "\(path): no folder can be made in it (\(reason)); set TMPDIR to a folder that can be written to"
        }
    }
}
