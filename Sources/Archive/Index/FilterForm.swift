internal import Rendering

/// Counts of the listed runs, and the form by which a script picks some of them. Without a script the form stays hidden, as
/// it could do nothing.
enum FilterForm {
    static func html(_ content: IndexContent) -> String {
        let runs = content.rows.map(\.run)
        let decisions = tally(runs.map(\.outcome.decision))
        let verdicts = tally(runs.map(\.outcome.verdict))
        var html = "<section class=\"find\" aria-labelledby=\"list\">\n<h2 id=\"list\">Runs</h2>\n"
        html += counts(content, decisions, verdicts)
        html += "<form id=\"filter\" role=\"search\" hidden>\n"
        html += "<label class=\"wide\">Search <input type=\"search\" name=\"text\" autocomplete=\"off\" "
        html += "placeholder=\"title, outcome, reason, input id\"></label>\n"
        html += select("kind", "Report", tally(runs.map(\.place.kind)).map(\.word))
        if !decisions.isEmpty { html += select("decision", "Decision", decisions.map(\.word)) }
        if !verdicts.isEmpty { html += select("verdict", "Verdict", verdicts.map(\.word)) }
        html += select("checks", "Checks", ["failed", "unknown", "with warnings", "all well"])
        html += select("state", "Revision", ["current", "superseded", "removed"])
        html += "<label>From <input type=\"date\" name=\"from\"></label>\n"
        html += "<label>To <input type=\"date\" name=\"to\"></label>\n"
        html += "<span class=\"buttons\"><button type=\"reset\">Clear</button> "
        html += "<button type=\"button\" id=\"keys\">Keys <kbd>?</kbd></button></span>\n"
        return html + "<output id=\"found\" role=\"status\"></output>\n</form>\n</section>\n"
    }

    /// What the keys do, in a box that the script opens.
    static let help = """
        <dialog id="help" aria-labelledby="help.title">
        <h2 id="help.title">Keys</h2>
        <dl>
        <div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous run in the list</dd></div>
        <div><dt><kbd>Enter</kbd></dt><dd>open the run</dd></div>
        <div><dt><kbd>/</kbd></dt><dd>search</dd></div>
        <div><dt><kbd>Esc</kbd></dt><dd>leave the search; once more: clear the filter</dd></div>
        <div><dt><kbd>?</kbd></dt><dd>this help</dd></div>
        </dl>
        <p>A head of the table sorts by its column. Filter and order stand in the page's address, which can be kept or sent.</p>
        <form method="dialog"><button>Close</button></form>
        </dialog>

        """

    private static func counts(
        _ content: IndexContent, _ decisions: [(word: String, count: Int)], _ verdicts: [(word: String, count: Int)]
    ) -> String {
        let rows = content.rows
        let checks = [
            ("failed", rows.count { $0.run.outcome.failed > 0 }),
            ("unknown", rows.count { $0.run.outcome.unknown > 0 }),
            ("with warnings", rows.count { $0.run.warnings > 0 }),
        ]
        let states = ["superseded", "removed"].map { state in
            (state, rows.count { IndexRow.word($0.state) == state })
        }
        return "<div class=\"tallies\">\n" + counts("decision", "Decisions", decisions)
            + counts("verdict", "Verdicts", verdicts) + counts("checks", "Checks", checks)
            + counts("state", "Revisions", states) + "</div>\n"
    }

    private static func counts(_ filter: String, _ label: String, _ counts: [(word: String, count: Int)]) -> String {
        let counts = counts.filter { $0.count > 0 }
        guard !counts.isEmpty else { return "" }
        var html = "<div><span id=\"counts.\(filter)\">\(label)</span>\n<ul aria-labelledby=\"counts.\(filter)\">"
        for (word, count) in counts {
            let word = HTMLText.escaped(word)
            html +=
                "<li data-filter=\"\(filter)\" data-value=\"\(word)\">\(word) <b>\(IndexPage.grouped(count))</b></li>"
        }
        return html + "</ul></div>\n"
    }

    private static func select(_ name: String, _ label: String, _ words: [String]) -> String {
        var html = "<label>\(label) <select name=\"\(name)\"><option value=\"\">all</option>"
        for word in words.map(HTMLText.escaped) { html += "<option>\(word)</option>" }
        return html + "</select></label>\n"
    }

    /// The words in the list and how often each stands there, in their order.
    private static func tally(_ words: [String?]) -> [(word: String, count: Int)] {
        var counts: [String: Int] = [:]
        for case let word? in words { counts[word, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
