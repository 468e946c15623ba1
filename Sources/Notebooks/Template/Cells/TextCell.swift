/// Markdown that is shown under a condition.
struct TextCell: Hashable, Sendable {
    /// A heading or a run of prose.
    enum Part: Hashable, Sendable {
        case heading(level: Int, InterpolatedText)
        case prose(ProseText)
    }

    /// What is shown, in order.
    let parts: [Part]

    /// Reads the Markdown of a fence, which is all but its option lines.
    init(_ options: inout OptionReader, _ fence: Fence) {
        var faults: [TemplateFault] = []
        parts = SectionReader.sections(of: fence.body.filter { $0.option == nil }).map { section in
            switch section {
            case .heading(let level, let line):
                .heading(level: level, line.interpolated(in: options.source.owner.file, faults: &faults))
            case .prose(let lines): .prose(ProseText(lines, in: options.source.owner.file, faults: &faults))
            case .fence(let code): .prose(ProseText(code: code, in: options.source.owner.file))
            }
        }
        options.add(faults)
        if parts.isEmpty { options.missing("there is no text. Write Markdown inside the fence.") }
    }

    /// Headings make the list of contents, which is one for all formats.
    func check(_ common: CellOptions, _ options: inout OptionReader) {
        let hasHeading = parts.contains { if case .heading = $0 { true } else { false } }
        if hasHeading, common.placement.formats.count < OutputFormat.allCases.count {
            options.fault(
                "formats", "option 'formats': a heading is in every format. Write it above the cell, or take it out.")
        }
    }
}
