extension FailureBlock {
    /// The block of a failed piece: its first fault by place, and the others with their lines.
    ///
    /// - Parameters:
    ///   - place: where the piece begins, for faults that have no place of their own.
    ///   - prefix: what failed, as `cell 'pnl': `.
    ///   - ending: said after everything.
    init(_ faults: [CellFault], at place: Place, anchor: String, prefix: String, ending: String = "") {
        let sorted = faults.enumerated().sorted {
            let (one, other) = ($0.element.place ?? place, $1.element.place ?? place)
            return (one.line, one.column, $0.offset) < (other.line, other.column, $1.offset)
        }.map(\.element)
        let first = sorted.first.map(\.message) ?? ""
        let others = sorted.dropFirst().map { " Line \(($0.place ?? place).line): \($0.message)" }
        self.init(
            anchor: anchor, place: sorted.first?.place?.text ?? "\(place.file):\(place.line)",
            message: prefix + first + others.joined() + ending)
    }
}
