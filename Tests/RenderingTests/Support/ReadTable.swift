import Foundation
import FoundationXML

/// A table read back from a rendered report.
struct ReadTable: Equatable {
    var title: String
    var heads: [String]
    var rows: [[String]]
}

/// Words without what the formats must write differently: control characters and runs of white space.
func plain(_ words: String) -> String {
    let kept = words.unicodeScalars.filter {
        $0.value >= 32 && $0.value != 127 && $0.value != 0xFFFD || $0 == "\n" || $0 == "\t"
    }
    return String(String.UnicodeScalarView(kept)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Events of an XML text, handed to closures.
final class XMLWalk: NSObject, XMLParserDelegate {
    var start: (String, [String: String]) -> Void = { _, _ in }
    var end: (String) -> Void = { _ in }
    var text: (String) -> Void = { _ in }

    /// Whether the text is well-formed.
    func run(_ xml: String) -> Bool {
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        return parser.parse()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) { start(name, attributes) }
    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        end(name)
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text(string) }
}

enum ReadMarkdown {
    /// Tables with a caption of ours before them.
    static func tables(_ markdown: String) -> [ReadTable] {
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
    static func unescaped(_ words: String) -> String {
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

enum ReadHTML {
    /// Tables with a caption, which those of prose have not.
    static func tables(_ html: String) -> [ReadTable] {
        html.matches(of: #/<table class=[\s\S]*?</table>/#).compactMap { match in
            var table = ReadTable(title: "", heads: [], rows: [])
            var hasCaption = false
            var row: [String] = []
            var words = ""
            var (isHead, isAside) = (false, false)
            let walk = XMLWalk()
            walk.start = { name, attributes in
                if attributes["class"] == "counts" { isAside = true }
                if name == "thead" { isHead = true }
                if name == "tr" { row = [] }
                if ["th", "td", "caption"].contains(name) { words = "" }
            }
            walk.text = { if !isAside { words += $0 } }
            walk.end = { name in
                switch name {
                case "caption":
                    table.title = plain(words)
                    hasCaption = true
                case "th", "td": row.append(plain(words))
                case "tr": if isHead { table.heads = row } else { table.rows.append(row) }
                case "thead": isHead = false
                case "span": isAside = false
                default: break
                }
            }
            return walk.run(String(match.0)) && hasCaption ? table : nil
        }
    }
}
