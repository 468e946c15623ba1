import Input

/// What the values of a settings file may be, by dotted key; `*` stands for any one part of a key, as an element of a
/// list or an entry of a dictionary.
public struct SettingRules: Sendable {
    /// The least and the greatest that a number may be.
    public var numbers: [String: ClosedRange<Double>]
    /// What is wrong with a text, as `must read …, not 'ftp://x'`; nil where nothing is.
    public var texts: [String: @Sendable (String) -> String?]
    /// The words of which a text must be one.
    public var words: [String: [String]]

    /// Rules; none by default.
    public init(
        numbers: [String: ClosedRange<Double>] = [:], texts: [String: @Sendable (String) -> String?] = [:],
        words: [String: [String]] = [:]
    ) {
        self.numbers = numbers
        self.texts = texts
        self.words = words
    }

    /// The range of a number; nil where none is stated.
    public func range(of path: [String]) -> ClosedRange<Double>? {
        if let range = numbers[path.joined(separator: ".")] { return range }
        return numbers.first { Self.matches($0.key, path) }?.value
    }

    /// What is wrong with a number, as `must lie from 0 to 1, not 2`; nil where nothing is.
    func fault(_ path: [String], _ value: Double, shown: String) -> String? {
        guard let range = range(of: path), !range.contains(value) else { return nil }
        return "must lie from \(Self.plain(range.lowerBound)) to \(Self.plain(range.upperBound)), not \(shown)"
    }

    /// What is wrong with a text, as `must be one of a, b, not 'c'`; nil where nothing is.
    func fault(_ path: [String], _ text: String) -> String? {
        if let fault = texts.first(where: { Self.matches($0.key, path) })?.value(text) { return fault }
        guard let words = words.first(where: { Self.matches($0.key, path) })?.value, !words.contains(text) else {
            return nil
        }
        let nearest = NearestName.suggestion(for: text, among: words).map { "; did you mean '\($0)'?" } ?? ""
        return "must be one of \(words.joined(separator: ", ")), not '\(Excerpt.of(text))'\(nearest)"
    }

    private static func matches(_ pattern: String, _ path: [String]) -> Bool {
        let parts = pattern.split(separator: ".")
        return parts.count == path.count && zip(parts, path).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// `1000000`, `0.25`: a bound without an exponent and without decimals that say nothing.
    private static func plain(_ bound: Double) -> String {
        bound == bound.rounded() ? String(Int64(bound)) : "\(bound)"
    }
}
