extension Document {
    /// What is otherwise than in an earlier document, in the order of ``Change/Kind`` and within one kind in the order of
    /// the page; what is gone comes last.
    ///
    /// Things are the same thing where their anchor and label agree; their texts are compared as they are shown, so that a
    /// difference which nobody can see is none. Of a cell that failed in one of the two, that it failed is the change.
    ///
    /// - Parameters:
    ///   - withCells: whether cells of tables are compared too, each by its row's first column and its own column. They
    ///     are of the kind `figure`.
    public func changes(since earlier: Document, withCells: Bool = false) -> [Change] {
        let (now, before) = (DocumentInventory(self), DocumentInventory(earlier))
        let failed = now.failedAnchors.union(before.failedAnchors)
        let told = [
            (now.sources, before.sources), (now.facts, before.facts), (now.checks, before.checks),
            (now.verdicts, before.verdicts), (now.figures, before.figures),
        ].flatMap { Document.changes($0, $1, leavingOut: failed) }
        let cells = withCells ? TableChanges.changes(tables, since: earlier.tables, leavingOut: failed) : []
        return told + cells + Document.changes(now.warnings, before.warnings, leavingOut: [])
    }

    private var tables: [TableBlock] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }

    private static func changes(
        _ now: [DocumentInventory.Entry], _ before: [DocumentInventory.Entry], leavingOut failed: Set<String>
    ) -> [Change] {
        let earlier = Dictionary(before.map { ($0.key, $0) }) { first, _ in first }
        let later = Set(now.map(\.key))
        func isTold(_ entry: DocumentInventory.Entry) -> Bool {
            !failed.contains(entry.key.block)
        }
        let changed = now.filter(isTold).compactMap { entry -> Change? in
            let text = earlier[entry.key]?.text ?? ""
            guard text != entry.text else { return nil }
            return Change(
                kind: entry.kind, label: entry.label, before: text, after: entry.text, anchor: entry.anchor)
        }
        let gone = before.filter { isTold($0) && !later.contains($0.key) && !$0.text.isEmpty }.map {
            Change(kind: $0.kind, label: $0.label, before: $0.text, after: "")
        }
        return changed + gone
    }
}
