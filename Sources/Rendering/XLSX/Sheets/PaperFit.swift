/// How a sheet goes onto paper: which way round, and where a page begins.
struct PaperFit: Equatable {
    /// What a page takes at full size in points: A4 less half an inch at the sides and 0.7 above and below.
    private static let lying = (width: 770.0, height: 494.0)
    private static let standing = (width: 523.0, height: 741.0)
    /// The size below which letters of ten points are not read any more.
    private static let smallest = 0.5

    /// Whether the longer edge lies below.
    let isLandscape: Bool
    /// Whether everything is on one page.
    let isOnePage: Bool
    /// The rows that begin a page.
    let breaks: [Int]

    /// The largest size at which everything is on one page, whichever way round; where that is too small to read, as wide
    /// as a page, with a part on the next page that would be cut.
    ///
    /// - Parameters:
    ///   - width: of everything, in points.
    ///   - parts: the first row and the height of each part, in points, from the top on.
    ///   - isUpright: whether the paper stands, whatever fits better.
    init(width: Double, parts: [(row: Int, height: Double)], isUpright: Bool = false) {
        let width = max(width, 1)
        let height = max(parts.reduce(0) { $0 + $1.height }, 1)
        let lying = isUpright ? 0 : min(1, Self.lying.width / width, Self.lying.height / height)
        let standing = min(1, Self.standing.width / width, Self.standing.height / height)
        isOnePage = max(lying, standing) >= Self.smallest
        isLandscape = isOnePage ? lying >= standing : !isUpright
        guard !isOnePage else {
            breaks = []
            return
        }
        let page = isUpright ? Self.standing : Self.lying
        let size = min(1, page.width / width)
        var breaks: [Int] = []
        var used = 0.0
        for part in parts {
            if used > 0, (used + part.height) * size > page.height {
                breaks.append(part.row)
                used = 0
            }
            used += part.height
        }
        self.breaks = breaks
    }
}
