internal import Dates
internal import Rendering

/// The nights of a year as twelve small months, Monday to Friday.
enum CalendarTable {
    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func html(_ content: IndexContent) -> String {
        let calendar = content.calendar
        guard let months = calendar.months else { return "" }
        let folder = if case .newest = content.scope { "\(calendar.year)/index.html" } else { "" }
        var html = "<section class=\"nights\" aria-labelledby=\"nights\">\n"
        html += "<h2 id=\"nights\">Nights of \(calendar.year)</h2>\n<div class=\"months\">\n"
        for month in months { html += table(month, of: calendar, folder) }
        return html + "</div>\n" + legend(calendar) + "</section>\n"
    }

    private static func table(_ month: Int, of calendar: NightCalendar, _ folder: String) -> String {
        let nights = Dictionary(
            calendar.nights.filter { $0.day.month == month }.map { ($0.day.dayOfMonth, $0) }, uniquingKeysWith: { $1 })
        var html = "<table><caption>\(monthNames[month - 1])</caption>\n<thead><tr>"
        for name in ["Mon", "Tue", "Wed", "Thu", "Fri"] {
            html += "<th scope=\"col\" abbr=\"\(name)\">\(name.prefix(1))</th>"
        }
        html += "</tr></thead>\n<tbody>"
        var column = 0
        for dayOfMonth in 1...Day.length(ofMonth: month, in: calendar.year) {
            guard let day = Day(calendar.year, month, dayOfMonth), !day.weekday.isWeekend else { continue }
            if column == 0 || day.weekday == .monday {
                html += column == 0 ? "<tr>" : "</tr>\n<tr>"
                if column == 0 { html += String(repeating: "<td></td>", count: day.weekday.rawValue - 1) }
            }
            column += 1
            html += cell(dayOfMonth, nights[dayOfMonth], folder)
        }
        return html + "</tr></tbody></table>\n"
    }

    private static func cell(_ dayOfMonth: Int, _ night: NightCalendar.Night?, _ folder: String) -> String {
        guard let night else { return "<td>\(dayOfMonth)</td>" }
        let words = "\(night.day): \(HTMLText.escaped(night.words))"
        guard let run = night.run else {
            return "<td class=\"missing\" title=\"\(words)\">\(dayOfMonth)<span class=\"quiet\"> missing</span></td>"
        }
        return "<td class=\"\(night.state.rawValue)\">"
            + "<a href=\"\(folder)#\(run.name)\" title=\"\(words)\" aria-label=\"\(words)\">\(dayOfMonth)</a></td>"
    }

    private static func legend(_ calendar: NightCalendar) -> String {
        let states: [(NightCalendar.State, String)] = [
            (.good, "all there"), (.failed, "a check failed"), (.unknown, "a check unknown"),
            (.incomplete, "a report missing"), (.missing, "no report"),
        ]
        var html = "<p class=\"legend\">"
        for (state, words) in states {
            let count = calendar.nights.count { $0.state == state }
            if count == 0 { continue }
            html += "<span class=\"\(state.rawValue)\"><i></i>\(words) \(count)</span> "
        }
        return html + "<span>plain days have no session, or come before the first report</span></p>\n"
    }
}
