internal import Dates
public import Input
internal import Options

/// End-of-day quotes of all options of one underlying in a CSV file: `quote_date`, `underlying`, `underlying_price`,
/// `expiration`, `strike`, `right`, `bid`, `ask`, `volume`, `open_interest`, and, where there are any, `contract`,
/// `iv`, `delta`, `gamma`, `theta`, `vega`.
///
/// | rule | grade | meaning |
/// |---|---|---|
/// | `chain.field` | error | a field that cannot be read |
/// | `chain.contract` | error | a contract symbol that is none, or that contradicts the other columns |
/// | `chain.foreign` | error | a contract of another root: a mini or adjusted one, for another number of shares |
/// | `chain.expired` | error | an expiration on or before the quote's day |
/// | `chain.duplicate` | error | an option that was quoted before |
/// | `chain.crossed` | error | a bid above the ask, or a negative one |
/// | `chain.no-quote` | warning | neither bid nor ask |
/// | `chain.no-bid` | note | an ask, but nobody bids |
///
/// An error of a row's quote (`crossed`) or its absence keeps the option in the list without a market; every other
/// error refuses the row.
public enum ChainFile {
    /// The quotes in the file's order, and a finding for each fault.
    public static func read(
        _ reader: CSVReader
    ) throws(CSVError) -> (quotes: [ChainQuote], findings: [Finding]) {
        let subject = reader.file
        let hasContract = { (row: CSVRow) in row["contract"].map { !$0.isEmpty } ?? false }
        var findings: [Finding] = []
        var quotes: [ChainQuote] = []
        var seen: [Day: Set<OptionContract>] = [:]
        let columns = [
            "quote_date", "underlying", "underlying_price", "expiration", "strike", "right", "bid", "ask", "volume",
            "open_interest",
        ]
        let (rows, faults) = try RowReading.rows(reader, columns: columns, rule: "chain.field", subject: subject) {
            row throws(CSVError) in
            (quote: try quote(row), symbol: hasContract(row) ? row["contract"] : nil)
        }
        for (quote, symbol) in rows {
            var refusal: (rule: String, message: String)?
            if let symbol { refusal = contradiction(of: symbol, to: quote.contract) }
            if refusal == nil, quote.contract.expiration <= quote.quoteDay {
                refusal = ("chain.expired", "expired on \(quote.contract.expiration), quoted on \(quote.quoteDay)")
            }
            if refusal == nil, !seen[quote.quoteDay, default: []].insert(quote.contract).inserted {
                refusal = ("chain.duplicate", "was quoted before in this file")
            }
            if let refusal {
                findings.append(finding(.error, refusal.rule, quote, refusal.message))
                continue
            }
            if quote.bid > quote.ask || quote.bid < 0 {
                findings.append(finding(.error, "chain.crossed", quote, "bid \(quote.bid), ask \(quote.ask)"))
            } else if quote.ask <= 0 {
                findings.append(finding(.warning, "chain.no-quote", quote, "has neither bid nor ask"))
            } else if quote.bid == 0 {
                findings.append(finding(.note, "chain.no-bid", quote, "nobody bids; the ask is \(quote.ask)"))
            }
            quotes.append(quote)
        }
        return (quotes, faults + findings)
    }

    private static func quote(_ row: CSVRow) throws(CSVError) -> ChainQuote {
        let strike = try row.positiveNumber("strike") * 1000
        guard strike.rounded() == strike, strike < 1e9 else {
            throw row.invalid("strike", "is not a whole number of thousandths of a dollar")
        }
        let price = try row.optionalNumber("underlying_price")
        if let price, !(price > 0) { throw row.invalid("underlying_price", "must be above zero, or empty") }
        return ChainQuote(
            quoteDay: try row.day("quote_date"), underlyingPrice: price,
            contract: OptionContract(
                underlying: try row.symbol("underlying"), expiration: try row.day("expiration"),
                right: try row.choice("right"), strikeThousandths: Int(strike)),
            bid: try row.number("bid"), ask: try row.number("ask"), volume: Int(try row.number("volume")),
            openInterest: Int(try row.number("open_interest")), analytics: try analytics(row), place: row.position)
    }

    private static func analytics(_ row: CSVRow) throws(CSVError) -> ChainQuote.Analytics? {
        let columns = ["iv", "delta", "gamma", "theta", "vega"]
        guard columns.allSatisfy({ row[$0].map { !$0.isEmpty } ?? false }) else { return nil }
        return ChainQuote.Analytics(
            impliedVolatility: try row.number("iv"), delta: try row.number("delta"), gamma: try row.number("gamma"),
            theta: try row.number("theta"), vega: try row.number("vega"))
    }

    private static func contradiction(
        of symbol: String, to contract: OptionContract
    ) -> (rule: String, message: String)? {
        do throws(OCCSymbolError) {
            let named = try OptionContract(occ: symbol)
            guard named.underlying == contract.underlying else {
                return (
                    "chain.foreign",
                    "'\(symbol)' has the root \(named.underlying): another deliverable than 100 shares"
                )
            }
            guard named == contract else { return ("chain.contract", "'\(symbol)' contradicts the other columns") }
            return nil
        } catch {
            return ("chain.contract", error.description)
        }
    }

    private static func finding(
        _ severity: Finding.Severity, _ rule: String, _ quote: ChainQuote, _ message: String
    ) -> Finding {
        Finding(
            severity: severity, rule: rule, subject: quote.contract.underlying, day: quote.quoteDay,
            place: quote.place.description, message: "\(quote.place): \(quote.contract.occ): \(message)")
    }
}
