internal import Dates
internal import Notebooks

extension WorkbookContents.Page {
    /// Title and date above, the sheet and page numbers below.
    init(titled document: Document) {
        self.init()
        // A digit after a size would be read as part of it.
        let letters = "&\"Arial\"&8 "
        let title = WorkbookNames.cut(document.title, to: 90).replacing("&", with: "&&")
        header = "&L\(letters)\(title)&R\(letters)as of \(document.asOf.iso)"
        footer = "&L\(letters)&A&R\(letters)Page &P of &N"
    }
}
