/// What the log says of itself: the numbers of its lines and the links between them. A pure function of bytes.
struct LogAudit {
    /// A line that is a record.
    struct Line {
        /// Its number in the file, from 1.
        let number: Int
        let record: LogRecord
        let digest: String
        /// The number that it has in history: one more than the line before where it is bound to that, else the one it bears.
        let position: Int
        /// Whether it is bound to the line before it in the file.
        let isBound: Bool
    }

    /// The lines that are records, in the order of the file.
    let lines: [Line]
    /// How many lines the file has, whole ones.
    let count: Int
    private(set) var faults: [ArchiveFault] = []
    private let byPosition: [Int: Line]

    init(_ log: Log, head: Head?) {
        var lines: [Line] = []
        var before: (number: Int, position: Int, digest: String)? = head.map { (0, 0, Log.genesis($0.origin)) }
        for index in log.lines.indices {
            do {
                let record = try log.record(index)
                guard try record.line().elementsEqual(log.line(index)) else {
                    throw LogLine.Fault(description: "it is not in the archive's one form")
                }
                let isBound = before.map { $0.number == index && $0.digest == record.previous } ?? false
                // Numbers from a log that was tampered with may be any.
                let position = isBound ? (before?.position ?? 0) &+ 1 : record.sequence
                let digest = log.digest(index)
                lines.append(
                    Line(number: index + 1, record: record, digest: digest, position: position, isBound: isBound))
                before = (index + 1, position, digest)
            } catch {
                faults.append(.inLog(.unreadableLine, index + 1, "the line was changed: \(error)"))
            }
        }
        self.lines = lines
        count = log.lines.count
        byPosition = Dictionary(lines.map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
        checkOrder()
        checkLinks(head)
        // A log in which lines are missing tells half a story.
        if faults.isEmpty { checkStory() }
        faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// The number of the newest line.
    var newest: Int { max(byPosition.keys.max() ?? 0, lines.last?.number == count ? 0 : count) }

    /// The line that has a number in history.
    func line(_ position: Int) -> Line? { byPosition[position] }

    /// The records, in the order of the file.
    var records: [LogRecord] { lines.map(\.record) }

    /// Numbers run from 1 without a gap; what is missing is missing only if it stands nowhere.
    private mutating func checkOrder() {
        var highest = 0
        var number = 0
        for line in lines {
            // Unreadable lines between have numbers that are not missing.
            let between = line.number - number - 1
            number = line.number
            if line.position <= highest {
                faults.append(
                    .inLog(.linesOutOfOrder, line.number, "line \(line.position) stands after line \(highest)"))
                continue
            }
            let gap = (highest + 1..<line.position).dropFirst(between)
            // Each stops at the first number that stands nowhere, however long the gap.
            if let first = gap.first(where: { byPosition[$0] == nil }),
                let last = gap.last(where: { byPosition[$0] == nil })
            {
                faults.append(.missing(first, last, at: line.number))
            }
            highest = line.position
        }
    }

    /// A line is vouched for by the line after it, the last one by `HEAD`. Where a link is broken, the line before it was
    /// edited, or the line after it if nothing vouches for that.
    private mutating func checkLinks(_ head: Head?) {
        var isVouchedFor = true
        if let head, let last = lines.last, last.position == head.witness.size, last.digest != head.witness.digest {
            isVouchedFor = false
            faults.append(
                .inLog(
                    .brokenLink, last.number,
                    "line \(last.position) is not the one that HEAD names: it or HEAD was edited"))
        }
        for (earlier, line) in zip(lines, lines.dropFirst()).reversed() {
            let areNeighbours = earlier.number + 1 == line.number && earlier.position &+ 1 == line.position
            if areNeighbours && !line.isBound && isVouchedFor {
                faults.append(
                    .inLog(
                        .brokenLink, earlier.number,
                        "line \(earlier.position) was edited: line \(line.position) is bound to another"))
                isVouchedFor = false
            } else {
                if isVouchedFor && line.isBound && line.position != line.record.sequence {
                    faults.append(
                        .inLog(
                            .linesOutOfOrder, line.number,
                            "line \(line.position) bears the number \(line.record.sequence)"))
                }
                isVouchedFor = true
            }
        }
    }

    /// What the lines say of runs, in the order of history: each is published once, corrects one that was there, and is removed
    /// once at most. The archive writes nothing else, so that lines that say otherwise were not written by it.
    private mutating func checkStory() {
        var published: [Place: Int] = [:]
        var removed: [Place: Int] = [:]
        for line in lines.sorted(by: { ($0.position, $0.number) < ($1.position, $1.number) }) {
            let place = line.record.place
            func contradiction(_ message: String) { faults.append(.inLog(.contradiction, line.number, message)) }
            switch line.record {
            case .run(let run):
                if let first = published[place] {
                    contradiction("\(place) was published in line \(first) already")
                }
                if let earlier = run.supersedes,
                    published[earlier] == nil || earlier.series != place.series || earlier.revision >= place.revision
                {
                    contradiction("\(place) supersedes \(earlier), which is no earlier revision of it")
                }
                if let name = run.files.first(where: { !Run.readable.contains($0) }) {
                    contradiction("\(place) lists '\(name)', which no index links to")
                }
                published[place] = published[place] ?? line.position
            case .removal:
                if let first = removed[place] {
                    contradiction("\(place) was removed in line \(first) already")
                } else if published[place] == nil {
                    contradiction("\(place) is removed, and no line before has it")
                }
                removed[place] = line.position
            }
        }
    }

    /// What only somebody who kept an earlier head can tell: within the archive a log whose end was cut off, or that was
    /// written anew as a whole, is as good as the true one.
    func faults(against witness: Witness) -> [ArchiveFault] {
        let only = "only the witness shows it"
        if witness.size > newest {
            let message = "it is at line \(newest), and the witness saw line \(witness.size); \(only)"
            return [ArchiveFault(kind: .shorterThanWitness, place: "log.jsonl", message: message)]
        }
        guard let line = line(witness.size), line.digest != witness.digest else { return [] }
        return [
            .inLog(
                .rewrittenHistory, line.number,
                "line \(witness.size) is not the one that the witness saw: it, or lines before it, were written anew; \(only)"
            )
        ]
    }
}

extension ArchiveFault {
    /// A fault of a line of the log, from 1.
    static func inLog(_ kind: Kind, _ line: Int, _ message: String) -> ArchiveFault {
        ArchiveFault(kind: kind, place: "log.jsonl:\(line)", message: message)
    }

    /// Lines that are gone, found at a line of the file.
    static func missing(_ first: Int, _ last: Int, at line: Int) -> ArchiveFault {
        let which = first == last ? "line \(first) is gone" : "lines \(first) to \(last) are gone"
        return .inLog(.missingLine, line, "\(which); restore the log from a backup")
    }

    /// The line of the log; nil for other places.
    var line: Int? { place.hasPrefix("log.jsonl:") ? Int(place.dropFirst("log.jsonl:".count)) : nil }
}
