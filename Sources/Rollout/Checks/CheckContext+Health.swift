internal import Dates
internal import Ledger
internal import Metrics

/// Whether trading is stopped, and whether the figures can be believed.
extension CheckContext {
    func killSwitch() -> GateCheck {
        flag(
            "kill-switch", .killSwitch, "Kill switch engaged", input.killSwitch.isEngaged, expected: false,
            window: "now",
            detail: input.killSwitch.text, link: "#gate-checks")
    }

    /// The checks of ``GateRule/health``, in the order in which they are told.
    func health() -> [GateCheck] { [current(), covered(), balanced(), rendered(), archived()] }

    private func current() -> GateCheck {
        let last = input.health.lastRecorded
        let behind = last.map { last in input.sessions.count { $0 > last && $0 <= input.session } }
        let detail =
            last.map { "the history's last session is \(GateWords.weekday($0, today: input.session))" }
            ?? "the history holds no session"
        return check(
            "history-current", .health, "Sessions behind the exchange",
            behind.map { .value(Double($0), n: 1) } ?? .undefined(.noData, n: 0), .count, .atMost, 0, window: "now",
            detail: detail, link: "#gate-checks")
    }

    private func covered() -> GateCheck {
        let missing = zip(guarded, risks(of: guarded)).filter { $1 == nil }.map(\.0)
        return check(
            "snapshots", .health, "Sessions without a snapshot", .value(Double(missing.count), n: guarded.count),
            .count,
            .atMost, 0, window: window(guarded),
            detail: missing.isEmpty ? "every session has one" : "none for \(names(missing))", link: "#exposure")
    }

    private func balanced() -> GateCheck {
        let difference = input.health.reconciliation
        let detail =
            difference.map { $0 == .zero ? "equity agrees to the cent" : "off by \(GateWords.dollars($0.dollars))" }
            ?? "equity is not recorded, so nothing could be checked"
        return check(
            "reconciliation", .health, "Difference of the reconciliation",
            difference.map { .value(abs($0.dollars), n: 1) } ?? .undefined(.notRecorded, n: 0), .usd, .below, 0.01,
            window: "week", detail: detail, link: "#reconciliation")
    }

    private func rendered() -> GateCheck {
        let failed = input.health.failedCells
        let detail =
            failed.map { $0.isEmpty ? "no required cell failed" : "failed: \($0.joined(separator: ", "))" }
            ?? "it is not known whether the night's notebooks were rendered"
        return check(
            "required-cells", .health, "Required cells that failed",
            failed.map { .value(Double($0.count), n: 1) } ?? .undefined(.notRecorded, n: 0), .count, .atMost, 0,
            window: "tonight", detail: detail, link: "#gate-checks")
    }

    private func archived() -> GateCheck {
        let isWhole = input.health.isArchiveWhole
        let detail =
            isWhole.map { $0 ? "every digest agrees" : "the chain is broken; see `report verify`" }
            ?? "the archive was not verified"
        return flag(
            "archive", .health, "Archive's chain is whole", isWhole, expected: true, window: "now", detail: detail,
            link: "#gate-checks")
    }
}
