public import Dates
internal import Metrics

/// A parameter's value.
public enum ParameterValue: Hashable, Sendable {
    /// An ISO week.
    case week(ISOWeek)
    /// A date.
    case day(Day)
    /// Words, or the word of a choice.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number, finite.
    case number(Double)
    /// Yes or no.
    case flag(Bool)

    /// Reads the value of a declared parameter; nil where the text is not one of its type.
    ///
    /// `last-complete` is the last ISO week whose Friday is not after the as-of date; `as-of` is that date.
    init?(_ text: String, as declaration: ParameterDeclaration, asOf: Day) {
        switch declaration.type {
        case .week where text == "last-complete":
            let week = ISOWeek(containing: asOf)
            self = .week(asOf >= week.friday ? week : week.previous)
        case .week:
            guard let week = ISOWeek(text) else { return nil }
            self = .week(week)
        case .day where text == "as-of": self = .day(asOf)
        case .day:
            guard let day = Day(text) else { return nil }
            self = .day(day)
        case .text: self = .text(text)
        case .integer:
            guard let number = Int(text), declaration.allows(Double(number)) else { return nil }
            self = .integer(number)
        case .number:
            guard let number = Double(decimal: text), declaration.allows(number) else { return nil }
            self = .number(number)
        case .flag:
            guard let flag = ParameterValue.flags[text.lowercased()] else { return nil }
            self = .flag(flag)
        case .choice:
            guard declaration.choices.contains(text) else { return nil }
            self = .text(text)
        }
    }

    /// Some value of a declared parameter, for looking at a template without running it.
    init(sampleOf declaration: ParameterDeclaration, asOf: Day) {
        if let text = declaration.defaultText, let value = ParameterValue(text, as: declaration, asOf: asOf) {
            self = value
            return
        }
        self =
            switch declaration.type {
            case .week: .week(ISOWeek(containing: asOf))
            case .day: .day(asOf)
            case .text: .text("")
            case .integer: .integer(1)
            case .number: .number(1)
            case .flag: .flag(false)
            case .choice: .text(declaration.choices.first ?? "")
            }
    }

    /// How yes and no may be written.
    static let flags = ["yes": true, "true": true, "no": false, "false": false]

    /// The value as a cell.
    var value: Value {
        switch self {
        case .week(let week): .text(week.description)
        case .day(let day): .day(day)
        case .text(let words): .text(words)
        case .integer(let number): .integer(number)
        case .number(let number): .number(number)
        case .flag(let flag): .flag(flag)
        }
    }
}

extension Double {
    /// A finite decimal number such as `112.5`, `-0.03` or `1e-6`; nil for any other text, and for a number so small that it
    /// would become zero.
    init?(decimal text: String) {
        // `Double.init` would also read hexadecimal, infinities and NaN.
        let signs = "+-.0123456789eE".utf8
        guard text.utf8.allSatisfy(signs.contains), let number = Double(text), number.isFinite else { return nil }
        let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
        guard number != 0 || !digits.contains(where: { (49...57).contains($0) }) else { return nil }
        self = number
    }
}
