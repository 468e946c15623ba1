/// The elements of a drawing and the room that they take.
struct Picture {
    /// SVG elements.
    let content: String
    /// The height in the drawing's own units; the width is that of its ``ChartSize``.
    let height: Double
    /// What a script needs to find the x values that share a band; nil where every one has its own.
    var shared: SharedBands?
}

/// Bands of a long chart: each stands for several x values and names one of them.
struct SharedBands {
    /// Where the earliest (or first) x value stands.
    let first: Double
    /// Where the latest (or last) one stands.
    let last: Double
    /// The upper edge of the bands.
    let top: Double
    /// Their height.
    let height: Double
}
