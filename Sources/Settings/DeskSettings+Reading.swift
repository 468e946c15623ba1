internal import Input
internal import Market
internal import Strategy

extension DeskSettings {
    /// Reads the bytes of a settings file, which must be UTF-8.
    ///
    /// - Throws: ``SettingsError`` with every fault.
    public static func read(_ bytes: [UInt8], file: String) throws -> DeskSettings {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
            let fault = SettingsError.Fault(line: line + 1, message: "is not UTF-8 text; save the file as UTF-8")
            throw SettingsError(file: file, faults: [fault])
        }
        return try read(text, file: file)
    }

    /// Reads the text of a settings file.
    ///
    /// - Throws: ``SettingsError`` with every fault.
    public static func read(_ text: String, file: String) throws -> DeskSettings {
        try SettingsReader.read(text, file: file, defaults: DeskSettings(), rules: rules) { $0.contradictions }
    }

    /// What the markets cannot be made of, though each value by itself lies in its range.
    private var contradictions: [(key: String, message: String)] {
        var found: [(key: String, message: String)] = []
        do {
            try simulation.validate()
        } catch {
            found.append((error.setting ?? "simulation", "\(error)"))
        }
        do {
            try recorded.validate()
        } catch {
            found.append((error.setting ?? "recorded", "\(error)"))
        }
        let known = Set(simulation.funds.map(\.symbol) + recorded.symbols).sorted()
        let universes = [
            ("primary", strategy.primary.universe), ("incomePop", strategy.incomePop.universe),
            ("legacy", strategy.legacy.universe),
        ]
        for (book, universe) in universes {
            for symbol in universe where !known.contains(symbol) {
                let nearest = NearestName.suggestion(for: symbol, among: known).map { "; did you mean '\($0)'?" } ?? ""
                found.append(
                    (
                        "strategy.\(book).universe",
                        "'strategy.\(book).universe' names '\(symbol)', which is neither in simulation.funds nor in "
                            + "recorded.symbols\(nearest)"
                    ))
            }
        }
        return found
    }
}
