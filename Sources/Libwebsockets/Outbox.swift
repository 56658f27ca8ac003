import Frames

/// Frames that wait for one socket, first in first out.
struct Outbox {
    private var frames: [ServerFrame] = []
    /// Frames before this index have left.
    private var first = 0
    /// What waits, in bytes.
    private(set) var byteCount = 0

    var isEmpty: Bool { byteCount == 0 }

    mutating func append(_ frame: ServerFrame) {
        frames.append(frame)
        byteCount += frame.bytes.count
    }

    /// Takes as many whole frames as fit into `limit` bytes, at least one, as one piece.
    mutating func takeJoined(upTo limit: Int) -> [UInt8] {
        var end = first
        var count = 0
        while end < frames.count, count == 0 || count + frames[end].bytes.count <= limit {
            count += frames[end].bytes.count
            end += 1
        }
        let joined = end - first == 1 ? frames[first].bytes : Array(frames[first..<end].joined)
        first = end
        byteCount -= count
        if first == frames.count {
            frames.removeAll(keepingCapacity: frames.count <= 64)
            first = 0
        } else if first > 256 {
            frames.removeFirst(first)
            first = 0
        }
        return joined
    }

    mutating func removeAll() {
        self = Outbox()
    }
}

extension ArraySlice<ServerFrame> {
    fileprivate var joined: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reduce(0) { $0 + $1.bytes.count })
        for frame in self { bytes.append(contentsOf: frame.bytes) }
        return bytes
    }
}
