extension FailureBlock {
    /// Faults that are told of a piece.
    private static let most = 10

    /// The block of a failed piece: its first fault by place, and the others with their lines; of very many the first.
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
        let others = sorted.prefix(FailureBlock.most).dropFirst().map {
            " Line \(($0.place ?? place).line): \($0.message)"
        }
        let left = sorted.count - FailureBlock.most
        let more = left > 0 ? " There are \(left) more; mend these first." : ""
        self.init(
            anchor: anchor, place: sorted.first?.place?.text ?? "\(place.file):\(place.line)",
            message: prefix + first + others.joined() + more + ending)
    }
}
