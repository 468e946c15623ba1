import ArgumentParser
import Console
import Foundation
import Input
import Options

/// `backtest price`: option values for each row of a file.
struct PriceCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "price",
        abstract: "Price the options of a CSV file, or find their implied volatility.",
        discussion: """
            Columns: right (C or P), strike, spot, dividend_yield, rate, t_years and vol; adds price, delta, gamma, vega, \
            theta, rho. With a column price in place of vol: adds iv. Rates and yields are continuous and annual, vol is \
            annual, all as fractions; theta is per calendar day, vega and rho per percentage point. A field stays empty \
            where a figure is undefined; the reason goes to standard error.

            Example: backtest price options.csv > valued.csv
            """)

    @Argument(help: ArgumentHelp("A CSV file.", valueName: "file.csv")) var file: String
    @Flag(help: "American exercise instead of European.") var american = false

    func perform() throws {
        var table = try CSVTable(
            CSVReader(contentsOf: URL(fileURLWithPath: file), allowing: [.links, .pipes]),
            columns: ["right", "strike", "spot", "dividend_yield", "rate", "t_years"])
        let findsVolatility = !table.header.contains("vol")
        guard !findsVolatility || table.header.contains("price") else {
            throw Failure(.data, "\(file): the header has neither 'vol' nor 'price'; add the one that is known")
        }
        guard findsVolatility || !table.header.contains("price") else {
            throw Failure(
                .data, "\(file): the header has both 'vol' and 'price'; leave out the one that is to be found")
        }
        let added = findsVolatility ? ["iv"] : ["price", "delta", "gamma", "vega", "theta", "rho"]
        if let taken = added.first(where: table.header.contains) {
            throw Failure(.data, "\(file): the column '\(taken)' is there already and would stand twice; rename it")
        }
        let (rows, unreadable) = table.rows()
        var faults = unreadable.map { "\($0)" }
        var notes: [String] = []
        var writer = ColumnWriter(header: table.header, adding: added)
        for row in rows {
            do {
                let figures = findsVolatility ? try volatility(row) : try valuation(row)
                if case .failure(let reason) = figures { notes.append("\(row.position): \(reason.text)") }
                writer.add(row, (try? figures.get()) ?? added.map { _ in nil })
            } catch let error as InvalidPricingInput {
                faults.append("\(row.position): \(error)")
            } catch {
                faults.append("\(error)")
            }
        }
        guard faults.isEmpty else { throw Failure(.data, faults.joined(separator: "\nerror: ")) }
        for note in notes { standardError("note: \(note)\n") }
        try standardData(writer.text)
    }

    /// Why a row's figures stay empty.
    private struct Missing: Error {
        let text: String
    }

    private func valuation(_ row: CSVRow) throws -> Result<[Double?], Missing> {
        guard let volatility = try row.optionalNumber("vol") else { return .failure(Missing(text: "vol is empty")) }
        let inputs = try inputs(row, volatility: volatility)
        let value = american ? AmericanOption.valuation(inputs) : BlackScholes.valuation(inputs)
        return .success(
            [value.price, value.delta, value.gamma, value.vega, value.theta, value.rho].map { $0.isFinite ? $0 : nil })
    }

    private func volatility(_ row: CSVRow) throws -> Result<[Double?], Missing> {
        guard let price = try row.optionalNumber("price") else { return .failure(Missing(text: "price is empty")) }
        let inputs = try inputs(row, volatility: 0)
        do {
            return .success([
                american
                    ? try AmericanOption.impliedVolatility(ofPrice: price, inputs)
                    : try BlackScholes.impliedVolatility(ofPrice: price, inputs)
            ])
        } catch {
            return .failure(Missing(text: "\(error)"))
        }
    }

    private func inputs(_ row: CSVRow, volatility: Double) throws -> PricingInputs {
        try PricingInputs(
            right: row.choice("right"), spot: row.number("spot"), strike: row.number("strike"),
            years: row.number("t_years"), rate: row.number("rate"), dividendYield: row.number("dividend_yield"),
            volatility: volatility
        ).validated()
    }
}
