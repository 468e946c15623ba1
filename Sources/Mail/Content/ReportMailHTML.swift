/// A report's mail as HTML for mail clients: tables and inline styles, nothing loaded, no script.
///
/// Only the lines at the side of what is good or bad have a colour of their own, a middle one that shows on light and on
/// dark; all words keep the colours of the reader's client. Where styles are stripped the page reads in the same order.
enum ReportMailHTML {
    /// The whole page.
    static func text(_ summary: ReportSummary, _ attachments: [String]) -> String {
        let title = escaped("\(summary.title) \(summary.period)")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>\(title)</title>
            </head>
            <body style="margin:0;padding:0">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
            <td style="padding:20px 16px 28px;\(font);font-size:15px;line-height:1.5">
            <div style="max-width:600px">
            <h1 style="margin:0 0 14px;font-size:21px;line-height:1.25">\(title)</h1>
            \(parts(summary, attachments).joined(separator: "\n"))
            </div>
            </td></tr></table>
            </body>
            </html>

            """
    }

    private static let font = "font-family:'Helvetica Neue',Helvetica,Arial,sans-serif"

    private static func parts(_ summary: ReportSummary, _ attachments: [String]) -> [String] {
        var parts: [String] = []
        if let failure = summary.failure {
            parts.append(note("<b>\(MailWords.failed)</b> \(escaped(failure))", .bad))
        }
        if let notice = summary.notice { parts.append(note(escaped(notice), .open)) }
        if let decision = summary.decision {
            parts.append(
                "<p style=\"margin:18px 0;font-size:18px;line-height:1.35\">Decision: <b>\(escaped(decision))</b></p>")
        }
        if let headline = summary.headline {
            parts.append("<p style=\"margin:18px 0 0;font-size:17px;line-height:1.35\"><b>\(escaped(headline))</b></p>")
        }
        if let lead = summary.lead { parts.append(paragraph(escaped(lead), above: 6)) }
        if !summary.failedChecks.isEmpty {
            parts.append(heading(MailWords.failedChecks))
            parts += summary.failedChecks.map { check in
                note(
                    "\(MailWords.sign(.bad)) <b>\(escaped(check.title))</b>: \(escaped(check.detail))", .bad)
            }
        }
        if !summary.figures.isEmpty {
            parts.append(heading(MailWords.figures))
            parts.append(figures(summary.figures))
        }
        if let page = summary.page { parts.append(paragraph("\(MailWords.page): \(link(page))")) }
        if !attachments.isEmpty {
            parts.append(paragraph("\(MailWords.attached): \(escaped(attachments.joined(separator: ", ")))"))
        }
        let provenance = MailWords.provenance(summary).map(escaped).joined(separator: "<br>\n")
        parts.append(
            "<p style=\"margin:22px 0 0;padding-top:10px;border-top:1px solid #8a929c;font-size:12px;line-height:1.5;"
                + "overflow-wrap:anywhere;word-break:break-word\">\(provenance)</p>")
        return parts
    }

    private static func figures(_ figures: [ReportSummary.Figure]) -> String {
        let rows = figures.map { figure in
            let verdict = figure.verdict.map { "\(MailWords.sign($0.tone)) \(escaped($0.word))" } ?? ""
            let line = "border-bottom:1px solid #8a929c"
            let side =
                figure.verdict.map { "padding-left:8px;border-left:4px solid \(colour($0.tone))" }
                ?? "padding-left:12px"
            let wrap = figure.text.count <= MailWords.numberWidth ? ";white-space:nowrap" : ""
            return """
                <tr><th scope="row" align="left" style="padding:6px 8px;font-weight:normal;text-align:left;\(line);\(side)">\
                \(escaped(figure.label))</th>\
                <td align="right" style="padding:6px 8px;font-weight:bold;text-align:right\(wrap);\(line)">\
                \(escaped(figure.text))</td>\
                <td style="padding:6px 0 6px 8px;font-size:13px;\(line)">\(verdict)</td></tr>
                """
        }
        return """
            <table width="100%" cellpadding="4" cellspacing="0" border="0" style="border-collapse:separate;border-spacing:0;\(font);\
            font-size:15px;line-height:1.4">
            \(rows.joined(separator: "\n"))
            </table>
            """
    }

    private static func heading(_ words: String) -> String {
        "<h2 style=\"margin:22px 0 8px;font-size:15px;line-height:1.3\">\(words)</h2>"
    }

    private static func paragraph(_ html: String, above: Int = 18) -> String {
        "<p style=\"margin:\(above)px 0 0;overflow-wrap:anywhere;word-break:break-word\">\(html)</p>"
    }

    private static func note(_ html: String, _ tone: ReportSummary.Verdict.Tone) -> String {
        "<p style=\"margin:8px 0;padding:2px 0 2px 10px;border-left:4px solid \(colour(tone));"
            + "overflow-wrap:anywhere;word-break:break-word\">\(html)</p>"
    }

    /// Middle tones: at least 3 : 1 against white and against a client's dark grey (WCAG 2.2, 1.4.11).
    private static func colour(_ tone: ReportSummary.Verdict.Tone) -> String {
        switch tone {
        case .good: "#2e9461"
        case .bad: "#d9534a"
        case .open: "#b8860b"
        }
    }

    /// Only web addresses become links; a path stays a path.
    private static func link(_ page: String) -> String {
        let address = escaped(page)
        return page.hasPrefix("https://") || page.hasPrefix("http://")
            ? "<a href=\"\(address)\">\(address)</a>" : address
    }

    /// Words as text or as an attribute; characters that HTML forbids become U+FFFD.
    static func escaped(_ words: String) -> String {
        words.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "\n", "\t": " "
            case _ where scalar.isControl: "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
