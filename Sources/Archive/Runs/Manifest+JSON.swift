internal import Dates

extension Manifest: Codable {
    private enum CodingKeys: String, CodingKey {
        case schema, kind, period, revision, supersedes, reason, program, settings, templates, parameters, inputs
        case outputs, outcome, facts, warnings, previous, volatile
        case asOf = "as_of"
        case inputID = "input_id"
    }

    /// Reads what ``encode(to:)`` wrote; another version of the form is a fault.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try values.decode(Int.self, forKey: .schema)
        guard schema == Manifest.schema else { throw FutureSchema(found: schema, known: Manifest.schema) }
        let place = Place(
            kind: try values.decode(String.self, forKey: .kind),
            period: try values.decode(Period.self, forKey: .period),
            revision: try values.decode(Int.self, forKey: .revision))
        guard let place else {
            throw DecodingError.dataCorruptedError(forKey: .kind, in: values, debugDescription: "no place")
        }
        self.init(
            place: place, asOf: try values.decode(Day.self, forKey: .asOf),
            supersedes: try values.decodeIfPresent(Reference.self, forKey: .supersedes),
            reason: try values.decodeIfPresent(String.self, forKey: .reason),
            inputID: try values.decode(String.self, forKey: .inputID),
            program: try values.decode(Program.self, forKey: .program),
            settings: try values.decode(String.self, forKey: .settings),
            templates: try values.decode([Digested].self, forKey: .templates),
            parameters: try values.decode([Parameter].self, forKey: .parameters),
            inputs: try values.decode([Input].self, forKey: .inputs),
            outputs: try values.decode([Output].self, forKey: .outputs),
            outcome: try values.decode(Outcome.self, forKey: .outcome),
            facts: try values.decode([Fact].self, forKey: .facts),
            warnings: try values.decode([String].self, forKey: .warnings),
            previous: try values.decodeIfPresent(Reference.self, forKey: .previous),
            volatile: try values.decode(Circumstances.self, forKey: .volatile))
    }

    /// Writes every field by its name; what is nil is left out.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(Manifest.schema, forKey: .schema)
        try values.encode(place.kind, forKey: .kind)
        try values.encode(place.period, forKey: .period)
        try values.encode(place.revision, forKey: .revision)
        try values.encode(asOf, forKey: .asOf)
        try values.encodeIfPresent(supersedes, forKey: .supersedes)
        try values.encodeIfPresent(reason, forKey: .reason)
        try values.encode(inputID, forKey: .inputID)
        try values.encode(program, forKey: .program)
        try values.encode(settings, forKey: .settings)
        try values.encode(templates, forKey: .templates)
        try values.encode(parameters, forKey: .parameters)
        try values.encode(inputs, forKey: .inputs)
        try values.encode(outputs, forKey: .outputs)
        try values.encode(outcome, forKey: .outcome)
        try values.encode(facts, forKey: .facts)
        try values.encode(warnings, forKey: .warnings)
        try values.encodeIfPresent(previous, forKey: .previous)
        try values.encode(volatile, forKey: .volatile)
    }
}

extension Manifest.Circumstances: Codable {
    private enum CodingKeys: String, CodingKey { case started, finished, host, user, command }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        func instant(_ key: CodingKeys) throws -> Instant {
            guard let instant = Instant(try values.decode(String.self, forKey: key)) else {
                throw DecodingError.dataCorruptedError(forKey: key, in: values, debugDescription: "no moment")
            }
            return instant
        }
        self.init(
            started: try instant(.started), finished: try instant(.finished),
            host: try values.decode(String.self, forKey: .host), user: try values.decode(String.self, forKey: .user),
            command: try values.decode(String.self, forKey: .command))
    }

    /// Writes moments in UTC.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(started.iso, forKey: .started)
        try values.encode(finished.iso, forKey: .finished)
        try values.encode(host, forKey: .host)
        try values.encode(user, forKey: .user)
        try values.encode(command, forKey: .command)
    }
}

/// A text of the archive has a form that this program does not know.
struct FutureSchema: Error, CustomStringConvertible {
    let found: Int
    let known: Int

    var description: String { "has the form \(found), and this program knows \(known)" }
}
