internal import Foundation

/// Reads tables out of a report in Markdown.
public enum ReadMarkdown {
    /// Tables with a caption of ours before them.
    public static func tables(_ markdown: String) -> [ReadTable] {
        let lines = markdown.components(separatedBy: "\n")
        var result: [ReadTable] = []
        var title: String?
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.hasPrefix("| "), let caption = title {
                var rows: [[String]] = []
                while lines[index].hasPrefix("|") {
                    rows.append(cells(lines[index]))
                    index += 1
                }
                result.append(ReadTable(title: caption, heads: rows[0], rows: Array(rows.dropFirst(2))))
                title = nil
            } else if let match = line.wholeMatch(
                of: #/(\*\*.*\*\*)?( ?<a id="[^"]*"><\/a>)?( (?:[0-9]|No |nothing)[^*]*)?/#),
                !line.isEmpty
            {
                title = unescaped(String(match.1 ?? ""))
            } else if let match = line.wholeMatch(of: #/<details><summary>Data: (.*)</summary>/#) {
                title = plain(unescapedHTML(String(match.1)))
            } else if !line.isEmpty {
                title = nil
            }
            index += 1
        }
        return result
    }

    private static func cells(_ line: String) -> [String] {
        var cells: [String] = []
        var current = ""
        var isEscaped = false
        for character in line.dropFirst() {
            if character == "|", !isEscaped {
                cells.append(unescaped(current))
                current = ""
            } else {
                current.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        return cells
    }

    /// The words that a reader sees: without places, addresses of links, bold marks and escapes.
    public static func unescaped(_ words: String) -> String {
        var words = plain(words)
        if words.contains("<a id=") { words = words.replacing(#/<a id="[^"]*"><\/a>/#, with: "") }
        if words.contains("](") {
            words = words.replacing(#/(^|[^\\])\[((?:\\.|[^\]\\])*)\]\((?:<[^>]*>|[^)]*)\)/#) {
                $0.output.1 + $0.output.2
            }
        }
        words = plain(words)
        if words.count > 4, words.hasPrefix("**"), words.hasSuffix("**") {
            words = String(words.dropFirst(2).dropLast(2))
        }
        return plain(words.contains("\\") ? words.replacing(#/\\(.)/#) { $0.output.1 } : words)
    }

    private static func unescapedHTML(_ words: String) -> String {
        words.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
