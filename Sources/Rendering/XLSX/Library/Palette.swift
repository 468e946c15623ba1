/// The colours of a workbook as 0xRRGGBB: those of the page on a light ground, so that a series has the same colour in
/// every format.
enum Palette {
    /// Letters.
    static let ink: UInt32 = 0x1B2129
    /// What is said beside.
    static let soft: UInt32 = 0x59606A
    /// Lines of a chart's grid.
    static let line: UInt32 = 0xE3E0D8
    /// Lines below heads and above totals.
    static let rule: UInt32 = 0x8C8B85
    /// The ground of heads.
    static let head: UInt32 = 0xF1EEE8
    /// Links, and the first series.
    static let link: UInt32 = 0x1C5D99
    /// A gain, a pass, a target met.
    static let good: UInt32 = 0x0B6B43
    /// A loss, a failure, a target missed.
    static let bad: UInt32 = 0xB3261E
    /// What is to be looked at.
    static let warn: UInt32 = 0x855300
    /// The ground below what is good.
    static let goodGround: UInt32 = 0xE6F3EC
    /// The ground below what is bad.
    static let badGround: UInt32 = 0xFBEAE8
    /// The ground below what is to be looked at.
    static let warnGround: UInt32 = 0xFBF2DD
    /// The ground of the greatest gain of a table's column.
    static let softHigh: UInt32 = 0xD7EEE0
    /// The ground of its greatest loss.
    static let softLow: UInt32 = 0xF9DCD8
    /// A cell of a heat-map at its highest above zero.
    static let high: UInt32 = 0x97C1E0
    /// A cell of a heat-map at its lowest below zero.
    static let low: UInt32 = 0xEDA797
    /// A cell of a heat-map in the middle.
    static let middle: UInt32 = 0xFFFFFF
    /// Cells of a heat-map that are all on one side of zero: in the middle, and farthest from zero.
    static let heat: [UInt32] = [0xC6DBEF, 0x6BA3D6]
    /// The six series.
    static let series: [UInt32] = [0x1C5D99, 0xB8541C, 0x15795B, 0x7D4FA3, 0x8A6D00, 0x5D6978]
}
