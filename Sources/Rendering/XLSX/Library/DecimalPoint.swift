internal import Foundation

/// The sign between whole and broken part of numbers, which the C library takes from the language of the process.
///
/// libxlsxwriter prints numbers by `printf`: in a process that some library has set to German it would write
/// `<v>1234,5</v>`, which no spreadsheet can read.
enum DecimalPoint {
    /// Does some work while this thread writes numbers with a point, whatever the process is set to.
    static func kept<Result>(_ work: () -> Result) -> Result {
        guard let plain = newlocale(1 << LC_NUMERIC, "C", nil) else { return work() }
        let former = uselocale(plain)
        defer {
            uselocale(former)
            freelocale(plain)
        }
        return work()
    }
}
