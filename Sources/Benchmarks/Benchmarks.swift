import Foundation

/// One measured piece of work.
struct Case {
    /// What stands on the command line.
    let name: String
    /// What one unit of work is, such as `options`.
    let unit: String
    /// Makes what the work needs; not measured.
    var prepare: () -> Void = {}
    /// Does the work once; gives the number of units done and a checksum, which keeps the work from being removed.
    let run: () -> (count: Int, checksum: Double)
}

@main
enum Benchmarks {
    /// Every case; a new one is added here and in `script/benchmark`.
    static var all: [() -> Case] {
        [
            pricingColumns, pricingManyColumns, pricingSlices, pricingSingly, impliedVolatility, american,
            archiveAppend, archiveIndex, archiveVerify,
        ]
    }

    /// `benchmarks [case]…`: runs the cases named, or all, and prints a line each: name, units a second, checksum.
    static func main() {
        let wanted = CommandLine.arguments.dropFirst()
        let cases = all.map { $0() }
        for name in wanted where !cases.contains(where: { $0.name == name }) {
            let known = cases.map(\.name).joined(separator: ", ")
            FileHandle.standardError.write(Data("no benchmark '\(name)'; there are \(known)\n".utf8))
            exit(64)
        }
        for one in cases where wanted.isEmpty || wanted.contains(one.name) { measure(one) }
    }

    /// The best of repeated runs within about three seconds: on a shared machine the least disturbed one tells most.
    private static func measure(_ one: Case) {
        one.prepare()
        let clock = ContinuousClock()
        var best = 0.0
        var checksum = 0.0
        let start = clock.now
        repeat {
            let before = clock.now
            let (count, sum) = one.run()
            best = max(best, Double(count) / ((clock.now - before) / .seconds(1)))
            checksum = sum
        } while clock.now - start < .seconds(3)
        let shown = best < 100 ? "\((best * 100).rounded() / 100)" : "\(Int(best))"
        print("\(one.name)\t\(shown)\t\(one.unit)/s\t\(checksum)")
    }
}
