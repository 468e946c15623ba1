/// A chart of the spreadsheet program as it is to be drawn: what the cells do not say.
struct NativeChart {
    /// The kinds that the program has.
    enum Kind {
        /// Lines over categories or days.
        case line
        /// Lines with the area down to zero filled.
        case area
        /// Lying bars.
        case flatBars
        /// Standing bars.
        case bars
        /// Standing bars on top of each other.
        case stackedBars
        /// Points by number and number.
        case points
    }

    /// How a series looks.
    struct Look {
        /// Its colour.
        var color: UInt32
        /// Its place among the series, which gives the kind of dashes.
        var number = 0
        /// Whether nothing of it is drawn: it carries what stands on it.
        var isHidden = false
        /// Whether it is named in the legend.
        var isInLegend = true
        /// The positions of its bars that have the colour of losses.
        var losses: [Int] = []
        /// Whether each value is written at the end of its bar.
        var hasLabels = false
    }

    /// One of the two axes.
    struct Axis {
        /// What it shows; empty for none.
        var title = ""
        /// The number format of its values; empty for that of the cells.
        var format = ""
        /// One name in so many is shown; 1 for all.
        var interval = 1
    }

    /// What is drawn, and from which cells.
    var contents: WorkbookContents.Chart
    /// The kind.
    var kind: Kind
    /// How each series looks.
    var looks: [Look]
    /// The axis of the categories, or of the x values.
    var categories = Axis()
    /// The axis of the values.
    var values = Axis()
    /// The space between bars in per cent of a bar.
    var gap = 60
    /// Whether dots show where each value is.
    var hasDots = false

    /// Whether there is a legend: one series needs none.
    var hasLegend: Bool { looks.count { $0.isInLegend } > 1 }

    /// Width of every chart in pixels.
    static let width = 800
    /// Height of every chart in pixels.
    static let height = 380
    /// Rows of usual height that a chart covers.
    static let rows = 19
}
