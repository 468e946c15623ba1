internal import Archive
internal import Dates
internal import Foundation
internal import Metrics
internal import Reports
internal import Reviews

/// The figures with which reviews of the weeks just before were published.
struct EarlierFigures {
    let archive: Archive
    let log: RunHistory
    let kind: String
    let data: ReportData
    /// Weeks that are looked back at.
    var depth = 4

    /// Figures by week, oldest first; weeks without a published review are passed over, and so is a review in the middle of
    /// its week, which is no final word that could be restated.
    func reported(before week: ISOWeek) throws -> [ReportedFigure] {
        var weeks: [ISOWeek] = []
        for _ in 0..<depth { weeks.append((weeks.last ?? week).previous) }
        return try weeks.reversed().flatMap { week -> [ReportedFigure] in
            guard let run = log.current(kind: kind, period: .week(week)), run.asOf >= (try data.lastSession(of: week)),
                let bytes = try archive.file(PublishedFile.figures, of: run),
                let found = ReviewJSON.scalars(of: String(decoding: bytes, as: UTF8.self)),
                found.week == week.description
            else { return [] }
            return found.figures.map { ReportedFigure(week: week, name: $0.name, value: $0.value) }
        }
    }
}
