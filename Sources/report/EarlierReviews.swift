import Dates
import Foundation
import Metrics
import Reviews

/// The figures that reviews of the weeks just before were published with.
struct EarlierReviews {
    let root: String
    let before: ISOWeek
    /// Weeks that are looked back at.
    var depth = 4

    /// Figures by week, oldest first; weeks without a published review are passed over.
    func figures() -> [ReportedFigure] {
        var weeks: [ISOWeek] = []
        for _ in 0..<depth { weeks.append((weeks.last ?? before).previous) }
        return weeks.reversed().flatMap { week -> [ReportedFigure] in
            let path = "\(root)/\(week.year)/W\(week.description.suffix(2))/weekly/figures.json"
            guard let bytes = FileManager.default.contents(atPath: path),
                let found = ReviewJSON.scalars(of: String(decoding: bytes, as: UTF8.self)),
                found.week == week.description,
                // A review in the middle of its week is no final word that could be restated.
                let asOf = Day(found.asOf), asOf >= week.friday
            else { return [] }
            return found.figures.map { ReportedFigure(week: week, name: $0.name, value: $0.value) }
        }
    }
}
