/// Something that no workbook can hold, found before the file is written.
///
/// Spreadsheets open a file with such a fault only after a repair, or not at all, and the library writes it without a
/// word.
public struct WorkbookFault: Hashable, Sendable, CustomStringConvertible {
    /// The sheet; empty for the workbook as a whole.
    public let sheet: String
    /// The thing, as `table 'trades'` or `cell B5`.
    public let place: String
    /// The rule that is broken, with the value seen.
    public let problem: String

    /// A thing on a sheet that breaks a rule.
    public init(sheet: String = "", place: String, problem: String) {
        self.sheet = sheet
        self.place = place
        self.problem = problem
    }

    /// Where and what.
    public var description: String {
        (sheet.isEmpty ? "" : "sheet '\(sheet)', ") + "\(place): \(problem)"
    }
}
