internal import Dates
internal import Metrics
internal import Notebooks
internal import Rendering

/// The list of runs as a table.
enum IndexTable {
    private struct Column {
        let title: String
        var kind = ""
    }

    private static let columns = [
        Column(title: "Period"), Column(title: "Report"), Column(title: "Outcome"), Column(title: "Share", kind: "n"),
        Column(title: "Failed", kind: "n"), Column(title: "Unknown", kind: "n"), Column(title: "Warnings", kind: "n"),
        Column(title: "Revision"), Column(title: "Published, New York"), Column(title: "Files"),
    ]

    static func html(_ content: IndexContent) -> String {
        let caption: String
        switch content.scope {
        case .newest where content.rows.count < content.total:
            caption =
                "The newest \(content.rows.count) of \(IndexPage.count(content.total, "run")), newest first; "
                + "older ones stand on the pages of their years"
        case .newest: caption = "\(IndexPage.count(content.total, "run")), newest first"
        case .year(let year): caption = "\(IndexPage.count(content.rows.count, "run")) of \(year), newest period first"
        }
        var html = "<div class=\"scroll list\" role=\"region\" tabindex=\"0\" aria-labelledby=\"runs.caption\">\n"
        html += "<table id=\"runs\">\n<caption id=\"runs.caption\">\(caption)</caption>\n<thead><tr>"
        for column in columns {
            html += "<th scope=\"col\"\(column.kind.isEmpty ? "" : " class=\"\(column.kind)\"")>\(column.title)</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        html.reserveCapacity(content.rows.count * 1400)
        let writer = IndexRow(content)
        for row in content.rows { writer.write(row, to: &html) }
        return html + "</tbody>\n</table>\n</div>\n"
    }
}

/// A run as a row of the table.
struct IndexRow {
    /// Where the pages of years stand, seen from this page, and where runs of its own year do.
    private let yearsFolder: String
    private let ownYear: Int?
    private let listed: Set<Place>

    init(_ content: IndexContent) {
        if case .year(let year) = content.scope {
            yearsFolder = "../"
            ownYear = year
        } else {
            yearsFolder = ""
            ownYear = nil
        }
        listed = Set(content.rows.map(\.run.place))
    }

    func write(_ row: IndexContent.Row, to html: inout String) {
        let run = row.run
        let place = run.place
        let outcome = run.outcome
        let folder = ownYear == nil ? place.path : place.pathInYear
        let state = IndexRow.word(row.state)
        html += "<tr id=\"\(place.name)\" class=\"\(state)\" data-kind=\"\(place.kind)\" data-state=\"\(state)\""
        html += " data-from=\"\(place.period.firstDay)\""
        if let decision = outcome.decision { html += " data-decision=\"\(HTMLText.escaped(decision))\"" }
        if let verdict = outcome.verdict { html += " data-verdict=\"\(HTMLText.escaped(verdict))\"" }
        html += "><th scope=\"row\" class=\"d\" data-v=\"\(place.period.lastDay)\">"
        html += "<a href=\"\(link(place, always: true))\">\(place.period)</a>"
        if place.period.description != run.asOf.iso { html += "<small>as of \(run.asOf)</small>" }
        html += "</th><td class=\"title\">"
        let title = HTMLText.escaped(outcome.title)
        html += isRemoved(row) ? title : "<a class=\"open\" href=\"\(folder)/\(run.opened)\">\(title)</a>"
        html += "<small>\(place.kind)</small></td><td class=\"outcome\">"
        if let decision = outcome.decision { html += "<b>\(HTMLText.escaped(decision))</b> " }
        if let verdict = outcome.verdict { html += IndexRow.verdict(verdict) + " " }
        html += HTMLText.escaped(outcome.headline)
        html += "</td>"
        if let share = outcome.share {
            html += "<td class=\"n\" data-v=\"\(share)\">\(ValueFormat.percent.text(.number(share)))</td>"
        } else {
            html += "<td class=\"n u\">–</td>"
        }
        count(outcome.failed, "bad", to: &html)
        count(outcome.unknown, "warn", to: &html)
        count(run.warnings, "warn", to: &html)
        html += "<td class=\"revision\" data-v=\"\(place.revision)\">r\(place.revision)\(words(row))</td>"
        html += "<td class=\"d\" data-v=\"\(run.time)\">\(NewYork.wallTime(run.time))"
        html += "<small>inputs <code title=\"\(HTMLText.escaped(run.inputID))\">"
        html += "\(HTMLText.escaped(String(run.inputID.prefix(12))))</code></small></td>"
        html += "<td class=\"files\">"
        files(row, folder, to: &html)
        html += "</td></tr>\n"
    }

    private func count(_ number: Int, _ tone: String, to html: inout String) {
        html += number == 0 ? "<td class=\"n u\">0</td>" : "<td class=\"n \(tone)\">\(number)</td>"
    }

    /// A word that reports know stands with its sign and colour, another as it is.
    private static func verdict(_ word: String) -> String {
        Verdict(rawValue: word)?.html ?? "<b>\(HTMLText.escaped(word))</b>"
    }

    /// What a revision corrects, what took its place, who removed it.
    private func words(_ row: IndexContent.Row) -> String {
        var html = ""
        if let earlier = row.run.supersedes {
            html += "<small>corrects <a href=\"\(link(earlier))\">r\(earlier.revision)</a>"
            html += row.run.reason.map { ": \(HTMLText.escaped($0))" } ?? ""
            html += "</small>"
        } else if let reason = row.run.reason {
            html += "<small>\(HTMLText.escaped(reason))</small>"
        }
        switch row.state {
        case .current: break
        case .superseded(let by):
            html += "<small class=\"state\">superseded by <a href=\"\(link(by))\">r\(by.revision)</a></small>"
        case .removed(let removal):
            html +=
                "<small class=\"state\">removed \(NewYork.day(at: removal.time)) by \(HTMLText.escaped(removal.person)): "
            html += "\(HTMLText.escaped(removal.reason))</small>"
        }
        return html
    }

    private func files(_ row: IndexContent.Row, _ folder: String, to html: inout String) {
        let run = row.run
        if !isRemoved(row) {
            for (name, label) in zip(Run.readable, ["page", "Markdown", "workbook"]) where run.files.contains(name) {
                html += "<a href=\"\(folder)/\(name)\">\(label)</a> "
            }
            html += "<a href=\"\(folder)/\(Archive.manifestName)\">manifest</a>"
        }
        html += "<span class=\"near\">"
        if let previous = row.previous { html += near(previous, "‹", "Previous", "prev") }
        if let next = row.next { html += near(next, "›", "Next", "next") }
        html += "</span>"
    }

    private func near(_ place: Place, _ sign: String, _ word: String, _ relation: String) -> String {
        " <a rel=\"\(relation)\" href=\"\(link(place))\" aria-label=\"\(word) \(place.kind): \(place.period)\">\(sign)</a>"
    }

    /// The row of a run: on this page where it is listed, otherwise on the page of its year, where it always is.
    private func link(_ place: Place, always: Bool = false) -> String {
        let isHere = ownYear.map { $0 == place.period.year } ?? (listed.contains(place) && !always)
        return isHere ? "#\(place.name)" : "\(yearsFolder)\(place.period.year)/index.html#\(place.name)"
    }

    private func isRemoved(_ row: IndexContent.Row) -> Bool { if case .removed = row.state { true } else { false } }

    /// The word by which the filter knows how a run stands.
    static func word(_ state: RunHistory.State) -> String {
        switch state {
        case .current: "current"
        case .superseded: "superseded"
        case .removed: "removed"
        }
    }
}
