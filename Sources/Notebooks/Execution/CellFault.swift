/// Why a cell, or a piece of prose, cannot be shown.
struct CellFault: Error {
    /// What is wrong and what to do.
    let message: String
    /// Where; nil for somewhere in the piece.
    var place: Place?
    /// Whether it only follows from another piece's fault.
    var isConsequence = false

    /// A fault; its message as ``FaultMessage`` has it.
    init(message: String, place: Place? = nil, isConsequence: Bool = false) {
        self.message = FaultMessage.of(message)
        self.place = place
        self.isConsequence = isConsequence
    }

    /// Whether another fault says the same of the same place.
    func isLike(_ other: CellFault) -> Bool { message == other.message && place == other.place }
}
