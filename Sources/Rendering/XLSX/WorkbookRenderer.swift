internal import Dates
public import Notebooks

/// Shows a document as an Excel workbook: a summary, the sheets of tables, charts and checks, and where the figures come
/// from.
public enum WorkbookRenderer {
    /// Writes the workbook of a document to a path, which the caller renames into place. The same document gives the
    /// same bytes. Throws when the file cannot be written or the document does not fit into a workbook; then there is no
    /// file.
    public static func write(_ document: Document, to path: String) throws(WorkbookError) {
        let plans = SheetPlan.sheets(of: document)
        guard plans.count <= Placement.sheetLimit else { throw .tooManySheets(plans.count) }
        let workbook = try Workbook(path: path)
        try setProperties(of: workbook, document)
        let summary = try workbook.addSheet("Summary")
        var anchors: [String: LinkTarget] = [:]
        var listed: [ListedSheet] = []
        for plan in plans {
            let sheet = try workbook.addSheet(plan.title)
            var page = SheetPage(plan, on: sheet, document: document)
            try page.write(summary: summary)
            anchors.merge(page.anchors) { first, _ in first }
            listed.append(plan.listed(sheet))
            for case .checks(let checks) in plan.blocks {
                if let tone = checks.gravest?.tone { sheet.setTab(tone.color) }
            }
        }
        let provenance = try workbook.addSheet("Provenance")
        var about = ProvenanceSheet(document, on: provenance)
        try about.write()
        listed.append(
            ListedSheet(sheet: provenance, titles: [], kinds: "Parameters, sources, versions and definitions"))
        var first = SummarySheet(workbook: workbook, sheet: summary, document: document, anchors: anchors)
        try first.write(listed)
        try workbook.close()
    }

    private static func setProperties(of workbook: Workbook, _ document: Document) throws(WorkbookError) {
        try workbook.setProperties(
            title: document.title, subject: "\(document.kind) as of \(document.asOf.iso)",
            comments: document.syntheticNotice ?? "", asOf: document.asOf)
        try workbook.setProperty("As of", document.asOf.iso)
        for item in document.facts + document.parameters + document.provenance {
            try workbook.setProperty(item.name, item.text)
        }
    }
}
