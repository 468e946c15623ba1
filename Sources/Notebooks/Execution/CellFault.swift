/// Why a cell, or a piece of prose, cannot be shown.
struct CellFault: Error {
    /// What is wrong and what to do.
    let message: String
    /// Where; nil for somewhere in the piece.
    var place: Place?
    /// Whether it only follows from another piece's fault.
    var isConsequence = false
}
