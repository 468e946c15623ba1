public import Dates

/// What a run was made from and what it made: `manifest.json`, written once beside the report's files.
public struct Manifest: Hashable, Sendable {
    /// The version of this form.
    public static let schema = 1

    /// Where the run stands: kind, period and revision.
    public var place: Place
    /// The date that the report takes for today.
    public var asOf: Day
    /// The revision that it corrects; nil for a first one.
    public var supersedes: Reference?
    /// Why it was made anew; nil for a first revision.
    public var reason: String?
    /// The digest over everything that the report depends on (``Draft/inputID``).
    public var inputID: String
    /// The program that made it.
    public var program: Program
    /// The digest of the desk's settings.
    public var settings: String
    /// The template and its partials.
    public var templates: [Digested]
    /// Every parameter.
    public var parameters: [Parameter]
    /// What was read.
    public var inputs: [Input]
    /// What was written, by name.
    public var outputs: [Output]
    /// What it came to.
    public var outcome: Outcome
    /// Facts of the head, such as the gate's rule, as label and text.
    public var facts: [Fact]
    /// What a reader must look at, a sentence each.
    public var warnings: [String]
    /// The run of the same kind before it, which "since last time" compares with; nil where there is none.
    public var previous: Reference?
    /// What differs from one making to the next and is no part of the report.
    public var volatile: Circumstances

    /// Another run, bound by its manifest's digest.
    public struct Reference: Hashable, Sendable, Codable {
        /// Where it stands.
        public var place: Place
        /// The SHA-256 of its manifest.
        public var sha256: String

        /// Another run.
        public init(place: Place, sha256: String) {
            self.place = place
            self.sha256 = sha256
        }
    }

    /// A program with its version.
    public struct Program: Hashable, Sendable, Codable {
        /// The name.
        public var name: String
        /// The version.
        public var version: String

        /// A program.
        public init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    /// A named text, bound by its digest.
    public struct Digested: Hashable, Sendable, Codable {
        /// The name, as in `partials/data-checks.md`.
        public var name: String
        /// Its SHA-256.
        public var sha256: String

        /// A named text.
        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// A parameter of the report.
    public struct Parameter: Hashable, Sendable, Codable {
        /// The name.
        public var name: String
        /// The value as text.
        public var text: String
        /// Whether nobody asked for it and the template's own value stood.
        public var isDefault: Bool

        enum CodingKeys: String, CodingKey {
            case name, text
            case isDefault = "default"
        }

        /// A parameter.
        public init(name: String, text: String, isDefault: Bool) {
            self.name = name
            self.text = text
            self.isDefault = isDefault
        }
    }

    /// A label with a text.
    public struct Fact: Hashable, Sendable, Codable {
        /// The label.
        public var name: String
        /// The text.
        public var text: String

        /// A label with a text.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// A file that the run wrote.
    public struct Output: Hashable, Sendable, Codable {
        /// The path below the run's folder, as in `charts/equity.svg`.
        public var name: String
        /// Its SHA-256.
        public var sha256: String
        /// Its size.
        public var bytes: Int

        /// A file that the run wrote.
        public init(name: String, sha256: String, bytes: Int) {
            self.name = name
            self.sha256 = sha256
            self.bytes = bytes
        }
    }
}
