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

    /// A parameter that a template asks for.
    public init(
        name: String, type: ParameterType, defaultText: String? = nil, choices: [String] = [], help: String = ""
    ) {
        self.name = name
        self.type = type
        self.defaultText = defaultText
        self.choices = choices
        self.help = help
    }
}
