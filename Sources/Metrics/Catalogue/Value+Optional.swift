extension Value {
    /// The cell of a number that may be missing, for this reason.
    init(optional number: Double?, _ reason: Undefined = .noData) {
        self = number.map(Value.number) ?? .undefined(reason)
    }
}
