internal import Dates

/// One line of the log.
enum LogRecord: Hashable, Sendable {
    case run(Run)
    case removal(Removal)

    var sequence: Int {
        switch self {
        case .run(let run): run.sequence
        case .removal(let removal): removal.sequence
        }
    }

    var place: Place {
        switch self {
        case .run(let run): run.place
        case .removal(let removal): removal.place
        }
    }

    var previous: String {
        switch self {
        case .run(let run): run.previous
        case .removal(let removal): removal.previous
        }
    }

    /// What an outline knows of it.
    var outlined: Outline.Line {
        if case .removal = self {
            Outline.Line(place: place, isRemoval: true)
        } else {
            Outline.Line(place: place, isRemoval: false)
        }
    }

    /// The line, without its end.
    func line() throws -> [UInt8] { try CanonicalJSON.line(LogLine(self)) }

    /// Reads a line.
    /// - Throws: ``FutureSchema`` or ``LogLine/Fault``.
    init(line: some Sequence<UInt8>) throws {
        do {
            self = try CanonicalJSON.value(LogLine.self, from: line).record()
        } catch let fault as FutureSchema {
            throw fault
        } catch let fault as LogLine.Fault {
            throw fault
        } catch {
            throw LogLine.Fault(description: CanonicalJSON.fault(error))
        }
    }
}

/// A line of the log as its JSON has it.
struct LogLine: Codable {
    static let schema = 1

    /// What makes a line unreadable.
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    var schema = LogLine.schema
    var type: String
    var seq: Int
    var time: String
    var place: Place
    var kind: String
    var period: String
    var revision: Int
    var previous: String
    var asOf: Day?
    var supersedes: Place?
    var reason: String?
    var inputID: String?
    var manifest: String?
    var files: [String]?
    var outcome: Outcome?
    var warnings: Int?
    var person: String?

    enum CodingKeys: String, CodingKey {
        case schema, type, seq, time, place, kind, period, revision, previous, supersedes, reason, manifest, files
        case outcome, warnings, person
        case asOf = "as_of"
        case inputID = "input_id"
    }

    init(_ record: LogRecord) {
        switch record {
        case .run(let run):
            self.init(type: "run", seq: run.sequence, time: run.time, place: run.place, previous: run.previous)
            asOf = run.asOf
            supersedes = run.supersedes
            reason = run.reason
            inputID = run.inputID
            manifest = run.manifest
            files = run.files
            outcome = run.outcome
            warnings = run.warnings
        case .removal(let removal):
            self.init(
                type: "removal", seq: removal.sequence, time: removal.time, place: removal.place,
                previous: removal.previous)
            person = removal.person
            reason = removal.reason
        }
    }

    private init(type: String, seq: Int, time: Instant, place: Place, previous: String) {
        self.type = type
        self.seq = seq
        self.time = time.iso
        self.place = place
        self.previous = previous
        kind = place.kind
        period = place.period.description
        revision = place.revision
    }

    func record() throws -> LogRecord {
        guard schema == LogLine.schema else { throw FutureSchema(found: schema, known: LogLine.schema) }
        guard (kind, period, revision) == (place.kind, place.period.description, place.revision) else {
            throw Fault(description: "kind, period and revision are not those of the place \(place)")
        }
        guard let time = Instant(time) else { throw Fault(description: "'time' cannot be read") }
        switch type {
        case "run":
            return .run(
                Run(
                    sequence: seq, time: time, place: place, asOf: try value(asOf, "as_of"), supersedes: supersedes,
                    reason: reason, inputID: try value(inputID, "input_id"), manifest: try value(manifest, "manifest"),
                    files: try value(files, "files"), outcome: try value(outcome, "outcome"),
                    warnings: try value(warnings, "warnings"), previous: previous))
        case "removal":
            return .removal(
                Removal(
                    sequence: seq, time: time, place: place, person: try value(person, "person"),
                    reason: try value(reason, "reason"), previous: previous))
        default: throw Fault(description: "'\(type)' is no type of line; there are run and removal")
        }
    }

    private func value<Value>(_ value: Value?, _ key: String) throws -> Value {
        guard let value else { throw Fault(description: "'\(key)' is missing") }
        return value
    }
}
