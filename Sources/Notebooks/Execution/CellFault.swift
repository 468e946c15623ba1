/// Why a cell, or a piece of prose, cannot be shown.
struct CellFault: Error {
    /// Characters of a message. It may cite a text from data, which can be long.
    private static let longest = 2000

    /// What is wrong and what to do.
    let message: String
    /// Where; nil for somewhere in the piece.
    var place: Place?
    /// Whether it only follows from another piece's fault.
    var isConsequence = false

    /// A fault; a message beyond what anybody reads is cut.
    init(message: String, place: Place? = nil, isConsequence: Bool = false) {
        self.message =
            message.utf8.count <= CellFault.longest
            ? message : String(message.unicodeScalars.prefix(CellFault.longest)) + "…"
        self.place = place
        self.isConsequence = isConsequence
    }

    /// Whether another fault says the same of the same place.
    func isLike(_ other: CellFault) -> Bool { message == other.message && place == other.place }
}
