internal import Archive
public import Dates
internal import Foundation
internal import History
internal import Input
internal import Ledger
internal import Market
public import Notebooks
public import Publishing
internal import Reports
public import Reviews

/// The gate's decision of a session, taken once and kept.
public struct GateWork: Sendable {
    private let publisher: Publisher
    private let notebooks: [Template]
    private let weekly: [Template]
    private let conditions: GateConditions
    /// How far back published files are held against their manifests each night; the log is walked whole.
    private static let verifiedDays = 31

    /// The gate of a desk.
    /// - Parameters:
    ///   - notebooks: what must run without a failed cell each night.
    ///   - weekly: the same after a week's last session.
    ///   - conditions: the rules.
    public init(_ publisher: Publisher, notebooks: [Template], weekly: [Template], conditions: GateConditions) {
        self.publisher = publisher
        self.notebooks = notebooks
        self.weekly = weekly
        self.conditions = conditions
    }

    /// The file whose presence stops trading: `HALT` in the folder of the history.
    public static func killSwitchFile(beside history: String) -> String {
        URL(fileURLWithPath: history).deletingLastPathComponent().appendingPathComponent("HALT").path
    }

    /// Whether anything of that name is there, be it a link that leads nowhere: whoever left it meant to stop trading.
    public static func hasKillSwitchFile(beside history: String) -> Bool {
        FileKind(at: killSwitchFile(beside: history)) != nil
    }

    /// The decision after a session: the one on record, or a new one.
    /// - Parameter keeping: whether a new one is recorded, with the moment given.
    public func decide(after session: Day, keeping time: Instant?) throws -> GateNight {
        let data = publisher.reports.data
        let night = try GateLoader.night(
            after: session, from: data.store, calendar: data.calendar, events: data.events, conditions: conditions,
            surroundings: try surroundings(of: session))
        if let time, let record = night.record(decidedAt: time) { _ = try data.store.record(record) }
        return night
    }

    /// What the gate must know and the history does not hold.
    func surroundings(of session: Day) throws -> GateSurroundings {
        GateSurroundings(
            failedCells: try failedCells(on: session), isArchiveWhole: isArchiveWhole(on: session),
            hasKillSwitchFile: GateWork.hasKillSwitchFile(beside: publisher.reports.data.store.path))
    }

    private func failedCells(on session: Day) throws -> [String] {
        let week = ISOWeek(containing: session)
        let isWeekEnd = try publisher.reports.data.lastSession(of: week) == session
        return (notebooks + (isWeekEnd ? weekly : [])).flatMap { template -> [String] in
            do {
                let takesWeek = template.parameters.contains { $0.name == "week" }
                let report = try publisher.reports.report(
                    template, parameters: takesWeek ? ["week": week.description] : [:], asOf: session)
                return report.document.failedCells
            } catch {
                return ["\(template.kind): \(error)"]
            }
        }
    }

    private func isArchiveWhole(on session: Day) -> Bool? {
        guard publisher.archive.exists else { return true }
        do {
            let faults = try publisher.archive.verify(from: session.adding(-GateWork.verifiedDays))
            return faults.allSatisfy(\.kind.isLeftByCrash)
        } catch {
            return nil
        }
    }
}
