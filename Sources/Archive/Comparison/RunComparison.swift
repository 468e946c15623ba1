public import Notebooks

/// What is otherwise in one run than in another, for a console and as a page.
public struct RunComparison: Hashable, Sendable {
    /// The run compared with.
    public let earlier: Run
    /// The run that is looked at.
    public let later: Run
    /// What changed, in the order of its kinds: what everything else may follow from comes first.
    public let changes: [Change]

    /// A comparison of two runs; the changes are put into the order of their kinds and otherwise keep theirs.
    public init(earlier: Run, later: Run, changes: [Change]) {
        self.earlier = earlier
        self.later = later
        let order = Change.Kind.allCases
        self.changes = order.flatMap { kind in changes.filter { $0.kind == kind } }
    }

    /// The changes of each kind that has some.
    var groups: [(title: String, changes: [Change])] {
        Change.Kind.allCases.compactMap { kind in
            let changes = changes.filter { $0.kind == kind }
            return changes.isEmpty ? nil : (RunComparison.titles[kind] ?? kind.rawValue, changes)
        }
    }

    private static let titles: [Change.Kind: String] = [
        .source: "Program, template, parameters, sources", .fact: "Facts", .check: "Checks", .verdict: "Verdicts",
        .figure: "Figures", .warning: "Warnings and failed cells",
    ]

    /// Said where the sources differ, before any number.
    var caution: String? {
        changes.contains { $0.kind == .source }
            ? "The program, the template, a parameter or a source is another: what follows may come from that." : nil
    }

    /// The changes as lines for a console, ending with a line end.
    public var text: String {
        var lines = ["\(earlier.place.name) -> \(later.place.name)"]
        if changes.isEmpty { lines.append("Nothing changed.") }
        if let caution { lines.append(caution) }
        for group in groups {
            lines += ["", group.title]
            let width = group.changes.map(\.label.count).max() ?? 0
            for change in group.changes {
                let label = change.label + String(repeating: " ", count: width - change.label.count)
                lines.append("  \(label)  \(RunComparison.words(change))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `a -> b`, `new: b` or `gone: a`, on one line.
    private static func words(_ change: Change) -> String {
        let (before, after) = (flat(change.before), flat(change.after))
        if change.before.isEmpty { return "new: \(after)" }
        return change.after.isEmpty ? "gone: \(before)" : "\(before) -> \(after)"
    }

    private static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
