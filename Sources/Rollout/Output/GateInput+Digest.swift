internal import Dates
internal import Digests
internal import Foundation
internal import Ledger
internal import Metrics

extension GateInput {
    /// SHA-256 over everything that the decision rests on, in a canonical text: one line a value, in the order of the input.
    public var digest: String { SHA256.digest(of: canonicalText) }

    /// Fields are written in quotation marks, so that no text can pass for two.
    var canonicalText: String {
        var lines = ["gate input 1", line("session", session.iso), line("rules", ruleVersion)]
        lines.append(line("settings", settingsText))
        lines.append(
            line(
                "limits", limits.delta, limits.dayRisk, limits.openRisk, limits.vega, limits.meanIVRank,
                limits.blackoutHours, limits.warningShare, limits.snapshotMinutes))
        lines.append(line("year", year.sessionsPerYear, year.riskFreeRate, minimumReturns, obeysGate))
        lines.append(
            line(
                "health", health.lastRecorded?.iso, health.reconciliation?.cents, health.failedCells,
                health.isArchiveWhole
            ))
        lines.append(
            line(
                "kill switch", killSwitch.hasFile, killSwitch.last?.time.iso, killSwitch.last?.isEngaged,
                killSwitch.last?.person, killSwitch.last?.reason))
        // Of the calendar, what is past and as much of the future as a dwell can ask for.
        lines.append(line("sessions", sessions.prefix { $0.days(to: session) > -120 }.map(\.iso)))
        lines += Self.lines("figures", figures) + (afterLoss.map { Self.lines("after loss", $0) } ?? ["no loss"])
        lines += risks.map { line("risk", $0.day.iso, $0.delta, $0.theta, $0.dayAtRisk, $0.openRisk) }
        lines += trades.map { opening in
            let trade = opening.trade
            return line(
                "trade", trade.id, trade.entryTime.iso, trade.exit?.time.iso, trade.stopRule, "\(opening.event)")
        }
        lines.append(line("open points", openPoints))
        lines += traded.map { line("traded", $0.day.iso, $0.share) }
        lines += approvals.map { line("approval", $0.time.iso, $0.rule, $0.version, $0.status.rawValue) }
        lines += signOffs.map { line("word", $0.item, $0.person, $0.recordedAt.iso, $0.isGiven) }
        lines += records.map {
            line(
                "record", $0.day.iso, $0.decidedAt.iso, $0.shareBefore, $0.shareAfter, $0.decision.rawValue, $0.rule,
                $0.inputsDigest, $0.ruleVersion)
        }
        // Of all records' checks only those of the newest are looked at.
        lines.append(line("checks", records.last.map { SHA256.digest(of: $0.evidence) }))
        lines += overrides.map {
            line(
                "override", $0.id, $0.gateDay.iso, $0.recordedAt.iso, $0.person, $0.secondPerson, $0.from, $0.to,
                $0.expiresOn.iso)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var settingsText: String { RuleVersion.text(of: settings) }

    private static func lines(_ name: String, _ figures: GateFigures) -> [String] {
        [line(name, figures.missedKPIs)] + figures.multibook.map { line("multibook", day: $0) }
            + figures.pairs.map { line("legacy", day: $0.legacy) }
    }
}

private func line(_ name: String, day: StrategyDay) -> String {
    let result = day.result
    return line(
        name, result.day.iso, result.allotment.rawValue, result.capital.cents, result.pnl.cents, day.atRisk.cents)
}

/// `name "first" "second"`; nothing is written as `-`.
private func line(_ name: String, _ fields: (any CanonicalField)?...) -> String {
    fields.reduce(into: name) { $0 += " " + ($1?.canonical ?? "-") }
}

/// A value with one way of being written.
private protocol CanonicalField { var canonical: String { get } }
extension String: CanonicalField {
    fileprivate var canonical: String {
        guard utf8.contains(where: { $0 == 0x5C || $0 == 0x22 || $0 == 0x0A }) else { return "\"\(self)\"" }
        return "\"\(replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
    }
}
extension Double: CanonicalField { fileprivate var canonical: String { "\(self)" } }
extension Int: CanonicalField { fileprivate var canonical: String { "\(self)" } }
extension Int64: CanonicalField { fileprivate var canonical: String { "\(self)" } }
extension Bool: CanonicalField { fileprivate var canonical: String { "\(self)" } }
extension [String]: CanonicalField {
    fileprivate var canonical: String { "[" + map(\.canonical).joined(separator: " ") + "]" }
}
