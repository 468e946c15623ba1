public import Dates
internal import GRDB
public import Ledger

/// What the nightly job and the reports remember.
extension HistoryStore {
    /// Keeps how far a step has come, in place of what was known of it.
    public func record(_ step: JobStep) throws(HistoryError) {
        try writing { db in
            try Statements(db).run(
                """
                INSERT INTO job_steps (day, step, state, recorded_at, detail) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (day, step) DO UPDATE SET state = excluded.state, recorded_at = excluded.recorded_at,
                    detail = excluded.detail
                """, [step.day.iso, step.step, step.state.rawValue, step.time.iso, step.detail])
        }
    }

    /// Steps of nightly jobs, by day and in order of their last change, over exchange dates, both ends included.
    public func jobSteps(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [JobStep] {
        let columns = ["day", "step", "state", "recorded_at", "detail"]
        return try read(
            "job_steps",
            """
            SELECT \(columns.joined(separator: ", ")) FROM job_steps WHERE day BETWEEN ? AND ?
            ORDER BY day, recorded_at, step
            """, columns, first, last
        ) { row in
            JobStep(
                day: try row.day(0), step: try row.text(1), state: try row.named(2), time: try row.instant(3),
                detail: try row.text(4))
        }
    }

    /// Keeps that a report was put into the archive; a second record of one place is left out.
    public func record(_ run: ReportRunRecord) throws(HistoryError) {
        try writing { db in
            try Statements(db).run(
                """
                INSERT OR IGNORE INTO report_runs (report, as_of, parameters, digest, scalars, recorded_at, place)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    run.report, run.asOf.iso, try JSONText.encode(run.parameters), run.digest, run.scalars,
                    run.recordedAt.iso, run.place,
                ])
        }
    }

    /// Reports that were put into the archive, oldest first, by the dates that they took for today, both ends included.
    public func reportRuns(from first: Day? = nil, through last: Day? = nil) throws(HistoryError) -> [ReportRunRecord] {
        let columns = ["report", "as_of", "parameters", "digest", "place", "scalars", "recorded_at"]
        return try read(
            "report_runs",
            "SELECT \(columns.joined(separator: ", ")) FROM report_runs WHERE as_of BETWEEN ? AND ? ORDER BY id",
            columns, first, last
        ) { row in
            guard let parameters = JSONText.table(try row.text(2)) else { throw row.damaged(2) }
            return ReportRunRecord(
                report: try row.text(0), asOf: try row.day(1), parameters: parameters, digest: try row.text(3),
                place: try row.text(4), scalars: try row.text(5), recordedAt: try row.instant(6))
        }
    }
}
