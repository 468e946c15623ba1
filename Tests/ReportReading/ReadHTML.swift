internal import Foundation

/// Reads tables out of a report's page.
public enum ReadHTML {
    /// Tables with a caption, which those of prose have not.
    public static func tables(_ html: String) -> [ReadTable] {
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
