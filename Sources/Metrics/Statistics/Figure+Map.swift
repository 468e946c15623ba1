extension Figure {
    /// The figure with its value transformed; an undefined one stays as it is.
    func map(_ transform: (Double) -> Double) -> Figure {
        switch self {
        case .value(let value, let n): .value(transform(value), n: n)
        case .undefined: self
        }
    }
}
