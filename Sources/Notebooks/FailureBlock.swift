/// A cell that failed, shown where its result would stand.
public struct FailureBlock: Hashable, Sendable {
    /// Page-wide unique anchor, from the cell's name.
    public let anchor: String
    /// The template's file, line and column of what is wrong, as `templates/weekly-review.md:31:8`; the cell's line alone
    /// where nothing smaller is known.
    public let place: String
    /// What is wrong and what to do.
    public let message: String

    /// A cell that failed.
    public init(anchor: String, place: String, message: String) {
        self.anchor = anchor
        self.place = place
        self.message = message
    }
}
