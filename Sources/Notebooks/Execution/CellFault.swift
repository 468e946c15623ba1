/// Why a cell, or a piece of prose, cannot be shown.
struct CellFault: Error {
    /// What is wrong and what to do.
    let message: String
    /// The template's line; nil for the line of the cell itself.
    var line: Int?
}
