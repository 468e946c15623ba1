/// Where and how a cell's block is shown.
public struct Placement: Hashable, Sendable {
    /// Sheets of tables, charts and checks in a workbook.
    public static let sheetLimit = 250

    /// The formats that the block appears in.
    public var formats: Set<OutputFormat>
    /// Whether it is folded away until a reader opens it, in the formats that can.
    public var isFolded: Bool
    /// The workbook sheet's name; nil for one made from the title.
    public var sheet: String?

    /// A block that is shown as it is in every format, unless said otherwise.
    public init(formats: Set<OutputFormat> = Set(OutputFormat.allCases), isFolded: Bool = false, sheet: String? = nil) {
        self.formats = formats
        self.isFolded = isFolded
        self.sheet = sheet
    }
}
