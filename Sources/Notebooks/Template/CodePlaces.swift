/// Where values stand in code, which shows the backslashes by which they are escaped.
enum CodePlaces {
    /// A fault for each line of prose with a value in a code span, in an indented block or between lines of `~~~`.
    static func faults(in lines: [TemplateLine], of file: String) -> [TemplateFault] {
        var faults: [TemplateFault] = []
        var paragraph: [TemplateLine] = []
        var fence: Int?
        var isInList = false
        var isAfterBlank = true
        func tell(_ line: TemplateLine, at offset: Int) {
            faults.append(
                TemplateFault(
                    at: Place(file: file, line: line.number, column: line.indent + offset + 1),
                    "a value cannot stand in code, where nothing is escaped. Take the backticks, the indentation or the "
                        + "'~~~' away."))
        }
        func endParagraph() {
            for (line, offset) in values(inSpansOf: paragraph) { tell(line, at: offset) }
            paragraph = []
        }
        for line in lines {
            let body = line.text.drop { $0 == " " }
            let indent = line.text.utf8.count - body.utf8.count
            let tildes = indent < 4 ? body.prefix { $0 == "~" }.count : 0
            if let open = fence {
                if let offset = values(in: line.text).first { tell(line, at: offset) }
                if tildes >= open, body.dropFirst(tildes).trimmed.isEmpty { fence = nil }
                continue
            }
            if tildes >= 3 {
                endParagraph()
                fence = tildes
            } else if body.trimmed.isEmpty {
                endParagraph()
                isAfterBlank = true
                continue
            } else if isAfterBlank, !isInList, indent >= 4 || body.hasPrefix("\t") {
                if let offset = values(in: line.text).first { tell(line, at: offset) }
                // What follows is indented code as well.
                continue
            } else {
                if beginsItem(body) { isInList = true } else if isAfterBlank, indent == 0 { isInList = false }
                paragraph.append(line)
            }
            isAfterBlank = false
        }
        endParagraph()
        return faults
    }

    private static func beginsItem(_ body: Substring) -> Bool {
        let digits = body.prefix { $0.isASCII && $0.isNumber }.count
        let rest = body.dropFirst(digits)
        return (digits > 0 ? rest.hasPrefix(". ") || rest.hasPrefix(") ") : false)
            || ["- ", "* ", "+ "].contains { body.hasPrefix($0) }
    }

    /// The scalars of a line before each `{{` that is not escaped.
    private static func values(in text: String) -> [Int] {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.dropLast().filter {
            scalars[$0] == "{" && scalars[$0 + 1] == "{" && ($0 == 0 || scalars[$0 - 1] != "\\")
        }
    }

    /// A character of a paragraph with its place.
    private struct Sign {
        let scalar: Unicode.Scalar
        let line: Int
        let offset: Int

        init(_ scalar: Unicode.Scalar, line: Int, offset: Int) {
            (self.scalar, self.line, self.offset) = (scalar, line, offset)
        }
    }

    /// Whether a value's braces begin at a sign inside a code span; the sign before it is one of the span's own.
    private static func isValue(_ signs: [Sign], _ index: Int) -> Bool {
        signs[index].scalar == "{" && signs[index + 1].scalar == "{" && signs[index - 1].scalar != "\\"
    }

    /// The first value in each code span of a paragraph. A span begins with backticks and ends with as many (CommonMark
    /// 0.30, 6.1).
    private static func values(inSpansOf paragraph: [TemplateLine]) -> [(TemplateLine, Int)] {
        guard paragraph.contains(where: { $0.text.utf8.contains(UInt8(ascii: "`")) }) else { return [] }
        let signs = paragraph.indices.flatMap { line in
            (Array(paragraph[line].text.unicodeScalars) + ["\n"]).enumerated().map { Sign($1, line: line, offset: $0) }
        }
        var runs: [Range<Int>] = []
        var index = 0
        while index < signs.count {
            guard signs[index].scalar == "`" else {
                index += 1
                continue
            }
            let start = index
            while index < signs.count, signs[index].scalar == "`" { index += 1 }
            runs.append(start..<index)
        }
        var found: [(TemplateLine, Int)] = []
        // Where the runs of each length stand that have not been passed yet, the last first.
        var closings: [Int: [Range<Int>]] = [:]
        for run in runs.reversed() { closings[run.count, default: []].append(run) }
        var end = 0
        for run in runs where run.lowerBound >= end {
            // A backslash makes the first backtick a letter.
            let isEscaped = run.lowerBound > 0 && signs[run.lowerBound - 1].scalar == "\\"
            let length = isEscaped ? run.count - 1 : run.count
            while let next = closings[length]?.last, next.lowerBound < run.upperBound { closings[length]?.removeLast() }
            guard length > 0, let closing = closings[length]?.last else { continue }
            end = closing.upperBound
            for index in run.upperBound..<closing.lowerBound where isValue(signs, index) {
                found.append((paragraph[signs[index].line], signs[index].offset))
                break
            }
        }
        return found
    }
}
