import Dates
import Input
import Market
import Options
import Testing

/// A row of a chain file, clean unless told otherwise.
private func row(
    quote: String = "2015-01-05", price: String = "", expiration: String = "2015-01-30", strike: String = "205",
    right: String = "C", bid: String = "1.22", ask: String = "1.26", analytics: String = "0.15,0.3,0.04,-0.05,0.2",
    contract: String = "SPY150130C00205000"
) -> String {
    "\(quote),SPY,\(price),\(expiration),\(strike),\(right),\(bid),\(ask),10,20,\(analytics),\(contract)"
}

@Suite("Chain files")
struct ChainFileTests {
    private let header =
        "quote_date,underlying,underlying_price,expiration,strike,right,bid,ask,volume,open_interest,iv,delta,gamma,theta,vega,contract"

    private func read(_ rows: String...) throws -> (quotes: [ChainQuote], findings: [Finding]) {
        let text = ([header] + rows).joined(separator: "\n")
        return try ChainFile.read(CSVReader(text: text, file: "SPY.csv"))
    }

    @Test("a row without a fault is read whole")
    func clean() throws {
        let (quotes, findings) = try read(row())
        #expect(findings.isEmpty)
        let quote = try #require(quotes.first)
        #expect(quote.quoteDay.iso == "2015-01-05")
        #expect(quote.underlyingPrice == nil)
        #expect(quote.contract.occ == "SPY150130C00205000")
        #expect(quote.bid == 1.22 && quote.ask == 1.26 && quote.hasMarket)
        #expect(abs(quote.mid - 1.24) < 1e-15)
        #expect(quote.volume == 10 && quote.openInterest == 20)
        #expect(quote.analytics?.impliedVolatility == 0.15)
        #expect(quote.analytics?.vega == 0.2)
        #expect(quote.place == SourcePosition(file: "SPY.csv", line: 2))
    }

    /// One faulty row: its finding, and whether its option stays in the list.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let row: String
        let finding: String
        let isKept: Bool
    }

    static let faults = [
        Fault(
            testDescription: "expired before the quote", row: row(expiration: "2015-01-02", contract: ""),
            finding: "error chain.expired SPY.csv:2: SPY150102C00205000: expired on 2015-01-02, quoted on 2015-01-05",
            isKept: false),
        Fault(
            testDescription: "expiring on the quote's day", row: row(expiration: "2015-01-05", contract: ""),
            finding: "error chain.expired SPY.csv:2: SPY150105C00205000: expired on 2015-01-05, quoted on 2015-01-05",
            isKept: false),
        Fault(
            testDescription: "a mini contract on ten shares", row: row(contract: "SPY7150130C00205000"),
            finding: "error chain.foreign SPY.csv:2: SPY150130C00205000: 'SPY7150130C00205000' has the root SPY7: "
                + "another deliverable than 100 shares", isKept: false),
        Fault(
            testDescription: "a symbol that contradicts the columns", row: row(contract: "SPY150130P00205000"),
            finding: "error chain.contract SPY.csv:2: SPY150130C00205000: 'SPY150130P00205000' contradicts the other "
                + "columns", isKept: false),
        Fault(
            testDescription: "a crossed quote", row: row(bid: "1.30", ask: "1.26"),
            finding: "error chain.crossed SPY.csv:2: SPY150130C00205000: bid 1.3, ask 1.26", isKept: true),
        Fault(
            testDescription: "a negative bid", row: row(bid: "-0.01", ask: "1.26"),
            finding: "error chain.crossed SPY.csv:2: SPY150130C00205000: bid -0.01, ask 1.26", isKept: true),
        Fault(
            testDescription: "no quote at all", row: row(bid: "0", ask: "0"),
            finding: "warning chain.no-quote SPY.csv:2: SPY150130C00205000: has neither bid nor ask", isKept: true),
        Fault(
            testDescription: "no bid", row: row(bid: "0", ask: "0.01"),
            finding: "note chain.no-bid SPY.csv:2: SPY150130C00205000: nobody bids; the ask is 0.01", isKept: true),
        Fault(
            testDescription: "a strike finer than a thousandth", row: row(strike: "205.00005"),
            finding: "error chain.field SPY.csv:2:28: strike '205.00005' is not a whole number of thousandths of a "
                + "dollar", isKept: false),
        Fault(
            testDescription: "a right that is none", row: row(right: "X"),
            finding: "error chain.field SPY.csv:2:32: right 'X' is not one of C, P", isKept: false),
        Fault(
            testDescription: "an underlying at zero", row: row(price: "0"),
            finding: "error chain.field SPY.csv:2:16: underlying_price '0' must be above zero, or empty", isKept: false),
    ]

    @Test("a faulty row is told with its line, and the next is read", arguments: faults)
    func goesOn(_ fault: Fault) throws {
        let (quotes, findings) = try read(fault.row, row(strike: "206", contract: ""))
        #expect(findings.map { "\($0.severity) \($0.rule) \($0.message)" } == [fault.finding])
        #expect(quotes.count == (fault.isKept ? 2 : 1))
        #expect(quotes.last?.contract.strike == 206)
    }

    @Test("a symbol that is none is told with what is wrong with it")
    func malformed() throws {
        let (quotes, findings) = try read(row(contract: "SPY150230C00205000"))
        #expect(quotes.isEmpty)
        #expect(findings.map(\.rule) == ["chain.contract"])
        #expect(findings.first?.message.contains("'150230' is not a date YYMMDD") == true)
    }

    @Test("an option quoted twice counts once")
    func duplicate() throws {
        let (quotes, findings) = try read(row(), row(bid: "1.0"))
        #expect(quotes.map(\.bid) == [1.22])
        #expect(findings.map(\.message) == ["SPY.csv:3: SPY150130C00205000: was quoted before in this file"])
    }

    @Test("a file without Greeks is read without them")
    func noAnalytics() throws {
        let (quotes, _) = try read(row(analytics: ",,,,"))
        #expect(quotes.first?.analytics == nil)
    }
}
