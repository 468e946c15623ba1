/// What is about to be written, as far as its parts must fit together: collected by ``Workbook`` and ``Sheet`` while
/// they hand it to the library, and looked at as a whole before the file is made.
struct WorkbookContents: Hashable {
    /// One sheet.
    struct Sheet: Hashable {
        /// Its name.
        var name: String
        /// Tables of the spreadsheet program, with heads and perhaps filters.
        var tables: [Table] = []
        /// Cells written as one.
        var merges: [CellRange] = []
        /// Links to other places of the workbook.
        var links: [Link] = []
        /// Formulas with the results that are stored beside them.
        var formulas: [Formula] = []
        /// Rules that format cells by their values.
        var rules: [Rule] = []
        /// Charts.
        var charts: [Chart] = []
        /// Heights of rows that are not the usual one, in points.
        var heights: [Int: Double] = [:]
        /// What is printed of the sheet and around it.
        var page = Page()
    }

    /// A table of the spreadsheet program.
    struct Table: Hashable {
        /// Its name, one for the whole workbook.
        var name: String
        /// Heads, values and totals.
        var range: CellRange
        /// The head of each column.
        var heads: [String]
        /// Whether the last row holds totals.
        var hasTotals = false
    }

    /// A link from a cell to a cell.
    struct Link: Hashable {
        /// Where it stands.
        var place: Cell
        /// The words that a reader sees.
        var words: String
        /// The sheet that it leads to.
        var sheet: String
        /// The cell that it leads to.
        var target: Cell
    }

    /// A formula with its result.
    struct Formula: Hashable {
        /// Where it stands.
        var place: Cell
        /// The formula, from the equals sign on.
        var text: String
        /// The result that is shown until somebody computes it anew.
        var result: Double
    }

    /// A chart.
    struct Chart: Hashable {
        /// One series.
        struct Series: Hashable {
            /// The cells of the x values.
            var categories: CellRange
            /// The cells of the y values.
            var values: CellRange
            /// The cell of its name; nil for none.
            var name: Cell?
        }

        /// Where its upper left corner is.
        var place: Cell
        /// Its title.
        var title: String
        /// What it shows, in words.
        var alternative: String
        /// Its series.
        var series: [Series]
    }

    /// A name for a cell.
    struct Name: Hashable {
        /// The name, one for the whole workbook.
        var name: String
        /// The sheet.
        var sheet: String
        /// The cell.
        var cell: Cell
    }

    /// A property of the document, as a file manager shows it.
    struct Property: Hashable {
        /// Its name.
        var name: String
        /// Its text.
        var text: String
    }

    /// The sheets, in order.
    var sheets: [Sheet] = []
    /// Names for cells.
    var names: [Name] = []
    /// Properties of the document's own.
    var properties: [Property] = []
    /// Cells that could not hold what was to be written into them.
    var cellFaults: [WorkbookFault] = []
    /// How many different looks of cells there are.
    var formatCount = 0

    /// Throws with every fault, if there is one.
    func check() throws(WorkbookError) {
        let faults = self.faults
        guard faults.isEmpty else { throw .invalid(faults) }
    }
}
