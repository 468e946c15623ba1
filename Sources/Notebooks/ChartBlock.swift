public import Metrics

/// A chart with the data behind it.
public struct ChartBlock: Hashable, Sendable {
    /// How the data are drawn.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One line a series over x.
        case line
        /// One line a series over x, the area down to zero filled.
        case area
        /// One bar a series and x.
        case bar
        /// One bar an x, the series on top of each other; negative parts go down from zero.
        case stackedBar = "stacked bar"
        /// One bar a bin without gaps between them; x are the bins' names, the one series counts.
        case histogram
        /// One point a series and x; x are numbers.
        case scatter
        /// One coloured cell an x (column) and series (row).
        case heatMap = "heat-map"
        /// One bar an x that starts where the one before ended; those of ``totals`` start at zero.
        case waterfall
    }

    /// One series of values.
    public struct Series: Hashable, Sendable {
        /// The name in the data.
        public let name: String
        /// The name that a reader sees.
        public let title: String
        /// One value for each x; nil where there is none.
        public let values: [Double?]

        /// One series.
        public init(name: String, title: String, values: [Double?]) {
            self.name = name
            self.title = title
            self.values = values
        }
    }

    /// Page-wide unique anchor, from the cell's name.
    public let anchor: String
    /// The caption.
    public let title: String
    /// What the chart shows, in words, for whoever cannot see it.
    public let alternative: String
    /// Said below; empty for none.
    public let note: String
    /// How it is drawn.
    public let kind: Kind
    /// The head of the x column in the data table.
    public let xTitle: String
    /// The x values: days for a time axis, or texts or numbers as categories.
    public let x: [Value]
    /// The series: one to six, one for a histogram or waterfall, up to sixty rows of a heat-map.
    public let series: [Series]
    /// How values on the y axis are shown.
    public let format: ValueFormat
    /// How x values are shown.
    public let xFormat: ValueFormat
    /// The title of the y axis; empty for none.
    public let yTitle: String
    /// Positions in x whose value of a waterfall is a level reached and no step.
    public let totals: Set<Int>
    /// Where and how it is shown.
    public var placement: Placement

    /// A chart with the data behind it; every series must have one value for each x.
    public init(
        anchor: String, title: String, alternative: String, note: String = "", kind: Kind, xTitle: String,
        x: [Value], series: [Series], format: ValueFormat, xFormat: ValueFormat? = nil, yTitle: String = "",
        totals: Set<Int> = [], placement: Placement = Placement()
    ) {
        precondition(series.allSatisfy { $0.values.count == x.count }, "a series of \(anchor) has not one value an x")
        self.anchor = anchor
        self.title = title
        self.alternative = alternative
        self.note = note
        self.kind = kind
        self.xTitle = xTitle
        self.x = x
        self.series = series
        self.format = format
        self.xFormat = xFormat ?? ChartBlock.format(of: x)
        self.yTitle = yTitle
        self.totals = totals
        self.placement = placement
    }

    /// How x values are shown where nothing else is asked for: days as dates, moments as New York time, words as they
    /// are.
    private static func format(of x: [Value]) -> ValueFormat {
        switch x.first {
        case .day: .date
        case .instant: .time
        default: .text
        }
    }
}
