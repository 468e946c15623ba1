/// Three numbers with three colours: a ground between red and green around zero, or from white to blue on one side of it.
struct ColorScale {
    /// How strong the colours are.
    enum Strength {
        /// A hint behind numbers that are read.
        case soft
        /// The picture itself.
        case full
    }

    /// The number of the first colour and below.
    let low: Double
    /// The number of the second colour.
    let middle: Double
    /// The number of the third colour and above.
    let high: Double
    /// The colours.
    let colors: (UInt32, UInt32, UInt32)

    /// The scale of numbers between two; nil where all are equal. Around zero both sides have the same measure, so that
    /// equal gain and loss are equally strong.
    init?(from low: Double, to high: Double, _ strength: Strength) {
        guard low < high else { return nil }
        if low < 0, high > 0 {
            let farthest = max(low.magnitude, high.magnitude)
            (self.low, middle, self.high) = (-farthest, 0, farthest)
            colors =
                switch strength {
                case .soft: (Palette.softLow, Palette.middle, Palette.softHigh)
                case .full: (Palette.low, Palette.middle, Palette.high)
                }
        } else {
            (self.low, middle, self.high) = (low, low / 2 + high / 2, high)
            colors = (Palette.middle, Palette.heat[0], Palette.heat[1])
        }
        guard self.low < middle, middle < self.high else { return nil }
    }
}
