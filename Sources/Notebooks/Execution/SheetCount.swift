/// The sheets of a workbook that cells take: each one of its own, those with the same ``Placement/sheet`` one together.
struct SheetCount {
    private var count = 0
    private var shared: Set<String> = []
    private var refusals = 0

    /// Whether one block was refused and no more: what follows need not be told.
    var isFirstRefusal: Bool { refusals == 1 }

    /// Takes a sheet for a block that needs one; false where there is none left.
    mutating func take(_ block: Block) -> Bool {
        guard block.placement.formats.contains(.xlsx) else { return true }
        switch block {
        case .heading, .prose, .figures, .failure: return true
        case .table, .chart, .checks: break
        }
        let name = block.placement.sheet.map { String($0.trimmed).lowercased() } ?? ""
        guard !shared.contains(name) else { return true }
        guard count < Placement.sheetLimit else {
            refusals += 1
            return false
        }
        if !name.isEmpty { shared.insert(name) }
        count += 1
        return true
    }
}
