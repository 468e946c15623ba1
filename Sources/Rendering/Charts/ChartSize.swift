/// How much room a chart has. A page holds both drawings of a chart and shows the one that fits, so that words keep
/// their size on a telephone.
enum ChartSize: String {
    /// A page, or a picture that stands alone.
    case wide
    /// A column of a telephone.
    case narrow

    /// The width in the drawing's own units.
    var width: Double {
        switch self {
        case .wide: 880
        case .narrow: 360
        }
    }

    /// The height of the area between the lowest and the highest value.
    var plotHeight: Double {
        switch self {
        case .wide: 248
        case .narrow: 190
        }
    }

    /// About how many steps the scale of values has.
    var valueTicks: Int { self == .wide ? 5 : 4 }
}
