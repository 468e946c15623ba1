internal import CXlsxWriter
internal import Dates
internal import Foundation

extension Workbook {
    /// Sets what a file manager shows of the file. Its date of making is the as-of day, so that the same report gives
    /// the same bytes.
    func setProperties(title: String, subject: String, comments: String, asOf: Day) throws(WorkbookError) {
        let texts = CTexts()
        var properties = lxw_doc_properties()
        properties.title = texts.make(WorkbookNames.cut(title, to: 255))
        properties.subject = texts.make(WorkbookNames.cut(subject, to: 255))
        properties.comments = texts.make(WorkbookNames.cut(comments, to: 255))
        properties.author = texts.make("ThetaDesk")
        properties.created = time_t(asOf.daysSince1970) * 86_400
        // Zero would mean the present time.
        if properties.created <= 0 { properties.created = 1 }
        try check(workbook_set_properties(raw, &properties), "the document properties")
    }

    /// Adds a property of the document's own; nothing where the name or the text is empty or the name is there already.
    func setProperty(_ name: String, _ text: String) throws(WorkbookError) {
        let name = WorkbookNames.cut(name, to: 255)
        let text = WorkbookNames.cut(text, to: 255)
        let isKnown = contents.properties.contains { $0.name.lowercased() == name.lowercased() }
        guard !name.isEmpty, !text.isEmpty, !isKnown else { return }
        contents.properties.append(WorkbookContents.Property(name: name, text: text))
        try check(workbook_set_custom_property_string(raw, name, text), "the property '\(name)'")
    }
}
