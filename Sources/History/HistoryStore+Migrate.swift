internal import GRDB

extension HistoryStore {
    /// Brings a file to this program's schema: an absent or empty one, the desk's old file, or an older history.
    /// No row is lost; a backup is made first where there is something to lose, and nothing is changed when that fails.
    ///
    /// - Returns: what was done; its `steps` are empty when the file was up to date.
    public static func migrate(_ path: String, busyTimeout: Double = 5) throws(HistoryError) -> MigrationPlan {
        let plan = try MigrationPlan(path: path)
        guard !plan.steps.isEmpty else { return plan }
        try HistoryError.naming(path) {
            if let backup = plan.backup {
                let source = try open(path, readOnly: true, busyTimeout: busyTimeout)
                try copy(source, at: path, to: backup)
                try source.close()
            }
            let database = try open(path, readOnly: false, busyTimeout: busyTimeout)
            try Schema.migrator.migrate(database)
            try database.close()
        }
        return plan
    }
}
