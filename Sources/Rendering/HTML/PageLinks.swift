internal import Notebooks

/// Which places a page has, and which addresses it may lead to.
struct PageLinks {
    private let anchors: Set<String>

    /// The places of the blocks that a format shows.
    init(_ document: Document, format: OutputFormat) {
        var anchors: Set<String> = []
        for block in document.blocks(in: format) {
            switch block {
            // A forge names the places of headings by rules of its own.
            case .heading(_, _, let anchor): if format == .html { anchors.insert(anchor) }
            case .prose: break
            case .figures(let figures): anchors.insert(figures.anchor)
            case .checks(let checks): anchors.formUnion([checks.anchor] + checks.rows.map(\.anchor))
            case .table(let table): anchors.insert(table.anchor)
            case .chart(let chart): anchors.insert(chart.anchor)
            case .failure(let failure): anchors.insert(failure.anchor)
            }
        }
        self.anchors = anchors
    }

    /// The address of a place of the page; nil where it has no such place, as for a block of another format.
    func place(_ anchor: String) -> String? {
        anchors.contains(anchor) ? "#\(anchor)" : nil
    }

    /// An address as it may stand in a link: a place of the page as `#exposure`, or a relative address.
    ///
    /// Nil for everything else: an address with a scheme or a host could run a script or tell somebody that the report
    /// is being read.
    func address(_ text: String) -> String? {
        if text.hasPrefix("#") { return place(String(text.dropFirst())) }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        let isRelative = !text.isEmpty && !text.hasPrefix("/") && !path.contains(":")
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && $0 != "\\" }
        return isRelative && isPlain ? text : nil
    }
}
