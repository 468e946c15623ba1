import Testing

@testable import Mail

@Suite("A message on its way")
struct UploadTests {
    private func pieces(_ bytes: [UInt8], of size: Int, mayEnd: Bool = true) -> (
        pieces: [[UInt8]], asked: [Int], Upload
    ) {
        var upload = Upload(bytes: bytes)
        var pieces: [[UInt8]] = []
        var asked: [Int] = []
        while case .bytes(let piece) = upload.next(
            atMost: size,
            mayEnd: {
                asked.append(pieces.count)
                return mayEnd
            })
        {
            if piece.isEmpty { break }
            pieces.append(Array(piece))
        }
        return (pieces, asked, upload)
    }

    @Test(
        "leaves in pieces, and asks once, before the last of them",
        arguments: [(10, 3), (9, 3), (3, 10), (1, 1), (0, 5)])
    func asking(count: Int, size: Int) {
        let bytes = (0..<count).map { UInt8($0) }
        let (pieces, asked, upload) = pieces(bytes, of: size)
        #expect(pieces.flatMap { $0 } == bytes)
        #expect(asked == [max((count + size - 1) / size - 1, 0)])
        #expect(upload.hasEnded && !upload.wasWithdrawn)
    }

    @Test("keeps its last piece where it may not end")
    func withdrawn() {
        let (pieces, asked, upload) = pieces(Array(0..<10), of: 4, mayEnd: false)
        #expect(pieces == [[0, 1, 2, 3], [4, 5, 6, 7]])
        #expect(asked == [2])
        #expect(!upload.hasEnded && upload.wasWithdrawn)
    }
}
