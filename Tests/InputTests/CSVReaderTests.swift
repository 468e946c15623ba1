import Input
import Testing

@Suite("Reading CSV")
struct CSVReaderTests {
    @Test("a plain file gives its records with their lines")
    func plain() throws {
        var reader = CSVReader(text: "a,b\n1,2\n", file: "x.csv")
        #expect(try reader.next()?.fields.map(\.text) == ["a", "b"])
        #expect(try reader.next()?.line == 2)
        #expect(try reader.next() == nil)
    }
}
