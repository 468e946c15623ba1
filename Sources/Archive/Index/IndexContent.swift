/// What an index page shows, made from the log and the expected runs alone.
struct IndexContent {
    /// Which runs a page lists.
    enum Scope: Hashable {
        /// The newest of all, in the order of publication.
        case newest
        /// Those of a year, by period.
        case year(Int)
    }

    /// A run in the list.
    struct Row {
        let run: Run
        let state: RunHistory.State
        /// The standing runs of the same kind before and after.
        let previous: Place?
        let next: Place?
    }

    /// A year that has a page.
    struct Year: Hashable {
        let year: Int
        let runs: Int
        let gaps: Int
    }

    let scope: Scope
    /// Newest first.
    let rows: [Row]
    /// How many runs the archive has.
    let total: Int
    /// Newest first.
    let years: [Year]
    /// The nights of the page's year; of the newest one for the page of the newest runs.
    let calendar: NightCalendar
    /// What is missing in that year.
    let gaps: [Gap]

    /// How many runs the first page lists: about five months of nights with two reports, which a browser lays out in a tenth of a
    /// second.
    static let newest = 250
}
