internal import Metrics

/// A parameter that a template asks for.
public struct ParameterDeclaration: Hashable, Sendable {
    /// Its name, in snake case.
    public let name: String
    /// What it can be.
    public let type: ParameterType
    /// The value that it has when none is given, as text; nil where one must be given.
    public let defaultText: String?
    /// The words of a choice; empty for every other type.
    public let choices: [String]
    /// What it is for; empty for nothing said.
    public let help: String
    /// The least that a number may be; nil for no bound.
    public let minimum: Double?
    /// The most that a number may be; nil for no bound.
    public let maximum: Double?

    /// A parameter that a template asks for.
    public init(
        name: String, type: ParameterType, defaultText: String? = nil, choices: [String] = [], help: String = "",
        minimum: Double? = nil, maximum: Double? = nil
    ) {
        self.name = name
        self.type = type
        self.defaultText = defaultText
        self.choices = choices
        self.help = help
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Whether a number is within the bounds.
    func allows(_ number: Double) -> Bool {
        number >= minimum ?? -.infinity && number <= maximum ?? .infinity
    }

    /// What a value of the parameter looks like, for a message: `a whole number from 1 to 60`.
    public var wanted: String {
        func text(_ bound: Double?) -> String? { bound.map { ValueFormat.text.text(.number($0)) } }
        guard type != .choice else { return "one of \(choices.joined(separator: ", "))" }
        return switch (text(minimum), text(maximum)) {
        case (let low?, let high?): "\(type.example) from \(low) to \(high)"
        case (let low?, nil): "\(type.example) of at least \(low)"
        case (nil, let high?): "\(type.example) of at most \(high)"
        case (nil, nil): type.example
        }
    }
}
