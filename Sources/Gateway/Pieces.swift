/// A long body, cut into what one write takes; the next piece is made when it is asked for.
package struct Pieces: AsyncSequence, Sendable {
    package typealias Element = [UInt8]
    package typealias Failure = Never

    private let bytes: [UInt8]
    /// The length of all pieces but the last.
    private static let pieceBytes = 65_536

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(rest: bytes[...])
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate var rest: ArraySlice<UInt8>

        package mutating func next() async -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            let piece = rest.prefix(Pieces.pieceBytes)
            rest = rest.dropFirst(piece.count)
            return Array(piece)
        }
    }
}
