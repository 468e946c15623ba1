/// From a value to one of the shades of a heat-map.
///
/// Values of both signs have shades of two colours that part at zero, on one measure, so that equal depth means equal
/// size. Values of one sign have shades of one colour from the least to the greatest.
struct HeatScale {
    /// How many shades a colour has.
    static let shades = 4

    private let low: Double
    private let high: Double

    /// The scale of some values.
    init(_ values: [Double]) {
        low = values.min() ?? 0
        high = values.max() ?? 0
    }

    /// Whether the shades part at zero.
    var isDiverging: Bool { low < 0 && high > 0 }

    /// The class of a value's shade: `z` for none, `p1` to `p4` above zero, `n1` to `n4` below it.
    func shade(_ value: Double) -> String {
        guard value != 0 else { return "z" }
        let colour = value < 0 ? "n" : "p"
        if isDiverging { return colour + Self.step(value.magnitude / max(-low, high)) }
        // Halved before they are taken apart: the ends may be the largest numbers of either sign.
        let span = high / 2 - low / 2
        guard span > 0 else { return colour + "2" }
        let share = (value / 2 - low / 2) / span
        return colour + Self.step(value < 0 ? 1 - share : share)
    }

    private static func step(_ share: Double) -> String {
        String(min(max(Int((share * Double(shades)).rounded(.up)), 1), shades))
    }
}
