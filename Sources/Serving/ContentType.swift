/// What kinds of files a report consists of.
enum ContentType {
    /// The media type by a path's ending.
    static func of(_ path: String) -> String {
        switch path.split(separator: "/").last?.split(separator: ".").last.map(String.init) {
        case "html": "text/html; charset=utf-8"
        case "md": "text/markdown; charset=utf-8"
        case "svg": "image/svg+xml"
        case "json": "application/json"
        case "jsonl": "application/jsonl"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "txt", "HEAD": "text/plain; charset=utf-8"
        default: "application/octet-stream"
        }
    }
}
