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
            pricingColumns, pricingManyColumns, pricingSlices, pricingSingly, impliedVolatility, american, workbook,
            gateNight, archiveAppend, archiveIndex, archiveVerify,
        ] + (ProcessInfo.processInfo.environment["DESK"] == nil ? [] : [reportFormats])
    }

    /// `benchmarks [case]…`: runs the cases named, or all, and prints a line each: name, units a second, checksum.
    ///
    /// `benchmarks gate [histories]` simulates the gate instead, some minutes long, and prints its table.
    static func main() async {
        let wanted = Array(CommandLine.arguments.dropFirst())
        if wanted.first == "gate" {
            guard wanted.count <= 2, let histories = wanted.count == 2 ? Int(wanted[1]) : 2_000, histories > 0 else {
                fail("how many histories? 'benchmarks gate 2000'")
            }
            await GateTable(histories: histories).print()
            return
        }
        let cases = all.map { $0() }
        for name in wanted where !cases.contains(where: { $0.name == name }) {
            let known = (cases.map(\.name) + ["gate"]).joined(separator: ", ")
            fail("no benchmark '\(name)'; there are \(known)")
        }
        for one in cases where wanted.isEmpty || wanted.contains(one.name) { measure(one) }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(64)
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
