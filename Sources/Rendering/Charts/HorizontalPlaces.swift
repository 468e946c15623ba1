internal import Dates

/// Where the x values of an upright chart stand: days in proportion to the calendar, categories at even distances.
struct HorizontalPlaces {
    /// The coordinate of each x.
    let places: [Double]
    /// The room of one x: the distance of the closest two.
    let spacing: Double
    private let calendar: LinearScale

    /// Places between two edges; half a place stays free at both ends when marks have a width of their own.
    init(days: [Day]?, count: Int, left: Double, right: Double, halfPlaceFree: Bool) {
        guard let days, let first = days.min(), let last = days.max() else {
            let spacing = (right - left) / Double(max(count, 1))
            self.spacing = spacing
            calendar = LinearScale(low: 0, high: 1, start: left, end: right)
            places = (0..<count).map { left + (Double($0) + 0.5) * spacing }
            return
        }
        guard first < last else {
            let middle = Double(first.daysSince1970)
            calendar = LinearScale(low: middle - 1, high: middle + 1, start: left, end: right)
            spacing = right - left
            places = days.map { _ in (left + right) / 2 }
            return
        }
        let sorted = Set(days).sorted()
        let closest = zip(sorted, sorted.dropFirst()).map { $0.days(to: $1) }.min() ?? 1
        let length = Double(first.days(to: last))
        let spacing = (right - left) * Double(closest) / (length + Double(closest))
        let edge = halfPlaceFree ? max(spacing / 2, 8) : 8
        let calendar = LinearScale(
            low: Double(first.daysSince1970), high: Double(last.daysSince1970), start: left + edge, end: right - edge)
        self.spacing = spacing
        self.calendar = calendar
        places = days.map { calendar.position(Double($0.daysSince1970)) }
    }

    /// The coordinate of a day.
    func place(of day: Day) -> Double {
        calendar.position(Double(day.daysSince1970))
    }
}
