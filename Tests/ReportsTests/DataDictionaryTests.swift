import Foundation
import GRDB
import History
import Metrics
import Reports
import Testing

@Suite("The dictionary")
struct DataDictionaryTests {
    private static let document = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("../../docs/dictionary.md").standardizedFileURL

    @Test("docs/dictionary.md is what the code says")
    func document() throws {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try DataDictionary.markdown.write(to: Self.document, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.document, encoding: .utf8) == DataDictionary.markdown)
    }

    @Test("Every view and table of the dictionary has exactly its columns, in their order, and every view is in it")
    func views() throws {
        let database = try DatabaseQueue()
        try database.write { db in
            for statement in try HistoryStore.schemaStatements() { try db.execute(sql: statement) }
        }
        func columns(_ table: String) throws -> [String] {
            try database.read { db in
                try String.fetchAll(
                    db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
            }
        }
        for definition in HistoryDictionary.catalogue.datasets {
            #expect(try columns(definition.name) == definition.columns.map(\.name), "\(definition.name)")
        }
        let views = try database.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
        }
        #expect(Set(views).isSubset(of: HistoryDictionary.catalogue.names))
    }

    @Test("No name means two things; definitions are sentences without a full stop")
    func names() {
        let datasets = DataDictionary.datasets.map(\.name)
        #expect(Set(datasets).count == datasets.count)
        let scalars = DataDictionary.scalars.map(\.name)
        #expect(Set(scalars).count == scalars.count)
        for definition in DataDictionary.datasets {
            #expect(!definition.definition.hasSuffix("."))
            for column in definition.columns { #expect(!column.definition.isEmpty && column.definition.last != ".") }
        }
    }
}
