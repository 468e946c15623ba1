/// Why a notebook was not executed at all. A cell that fails is shown in the document instead.
public enum NotebookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The template has faults.
    case faultyTemplate([TemplateFault])
    /// Parameters are unknown, missing or of another type; one sentence each.
    case parameters(template: String, [String])
    /// The history cannot be read.
    case history(path: String, reason: String)

    /// What is wrong and what to do, one fault a line.
    public var description: String {
        switch self {
        case .faultyTemplate(let faults): faults.map(\.description).joined(separator: "\n")
        case .parameters(let template, let problems):
            problems.map { "\(template): \($0)" }.joined(separator: "\n")
        case .history(let path, let reason): "\(path): the history cannot be read: \(reason)."
        }
    }
}
