internal import Notebooks

/// Which blocks stand on which sheet: each on one of its own, those with the same ``Placement/sheet`` together.
///
/// A folded block is on a sheet like any other: a workbook's reader opens it by its tab, and rows that are collapsed
/// would be left out by the totals, which leave out what is hidden.
struct SheetPlan {
    /// The words that the sheet's name is made of.
    let title: String
    /// Its tables, charts and checks, in order.
    var blocks: [Block]

    /// The sheets of a document, in the order of their first blocks.
    static func sheets(of document: Document) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        var shared: [String: Int] = [:]
        for block in document.blocks(in: .xlsx) {
            guard let title = block.sheetHead?.title else { continue }
            let name = block.placement.sheet?.trimmed ?? ""
            if let index = shared[name.lowercased()], !name.isEmpty {
                plans[index].blocks.append(block)
                continue
            }
            if !name.isEmpty { shared[name.lowercased()] = plans.count }
            plans.append(SheetPlan(title: name.isEmpty ? title : name, blocks: [block]))
        }
        return plans
    }

    /// Whether several blocks stand below each other.
    var isShared: Bool { blocks.count > 1 }
}

extension Block {
    /// Title, note and anchor of a block that has cells on a sheet; nil for one that stands in the summary alone.
    var sheetHead: (title: String, note: String, anchor: String)? {
        let head: (title: String, note: String, anchor: String)
        switch self {
        case .table(let block): head = (block.title, block.note, block.anchor)
        case .chart(let block): head = (block.title, block.note, block.anchor)
        case .checks(let block): head = (block.title, block.note, block.anchor)
        case .heading, .prose, .figures, .failure: return nil
        }
        return (head.title.isEmpty ? head.anchor : head.title, head.note, head.anchor)
    }
}
