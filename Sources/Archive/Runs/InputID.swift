internal import Dates
internal import Digests

/// The digest over everything that a report depends on.
enum InputID {
    /// See ``Draft/inputID``.
    static func digest(
        kind: String, period: Period, asOf: Day, program: Manifest.Program, settings: String,
        templates: [Manifest.Digested], parameters: [Manifest.Parameter], inputs: [Manifest.Input]
    ) -> String {
        let basis = Basis(
            kind: kind, period: period, asOf: asOf, program: program, settings: settings,
            templates: templates.sorted { $0.name < $1.name },
            parameters: parameters.sorted { $0.name < $1.name }.map { [$0.name, $0.text] },
            inputs: inputs.sorted { $0.name < $1.name }.map { .init(name: $0.name, sha256: $0.sha256) })
        // Texts and whole numbers alone: there is nothing in it that JSON could not say.
        return SHA256.digest(of: (try? CanonicalJSON.line(basis)) ?? [])
    }

    /// The digest that a manifest's own words give.
    static func digest(of manifest: Manifest) -> String {
        digest(
            kind: manifest.place.kind, period: manifest.place.period, asOf: manifest.asOf, program: manifest.program,
            settings: manifest.settings, templates: manifest.templates, parameters: manifest.parameters,
            inputs: manifest.inputs)
    }

    private struct Basis: Encodable {
        let kind: String
        let period: Period
        let asOf: Day
        let program: Manifest.Program
        let settings: String
        let templates: [Manifest.Digested]
        let parameters: [[String]]
        let inputs: [Manifest.Digested]

        enum CodingKeys: String, CodingKey {
            case kind, period, program, settings, templates, parameters, inputs
            case asOf = "as_of"
        }
    }
}
