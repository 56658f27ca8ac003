import LiveRooms
import Workshop

/// The state that a page carries, so that its first screen needs no further round trip.
enum Boot {
    /// For a page whose code leads to no room.
    static let nothing = Array(#"{"code":null,"update":null}"#.utf8)

    /// A longer state is left to the socket, which sends it anyway: past this the page would wait
    /// for it before it shows anything at all.
    static let longestUpdate = 65_536

    /// What the build leaves in the page for the server to replace.
    private static let placeholder = Array(
        #"<script type="application/json" id="boot">null</script>"#.utf8
    )
    private static let start = Array(#"<script type="application/json" id="boot">"#.utf8)
    private static let end = Array("</script>".utf8)

    static func of(_ code: JoinCode, update: [UInt8]) -> [UInt8] {
        Array(#"{"code":"\#(code.text)","update":"#.utf8)
            + (update.count <= longestUpdate ? update : Array("null".utf8))
            + Array("}".utf8)
    }

    /// The page with `boot` in its place.
    ///
    /// Every `<` is written as `\u003c`, which JSON reads as the same: no text that somebody typed
    /// can end the element.
    static func insert(_ boot: [UInt8], into page: [UInt8]) -> [UInt8] {
        guard let range = page.firstRange(of: placeholder) else { return page }
        var safe: [UInt8] = []
        safe.reserveCapacity(boot.count)
        for byte in boot {
            if byte == UInt8(ascii: "<") {
                safe += Array(#"\u003c"#.utf8)
            } else {
                safe.append(byte)
            }
        }
        return Array(page[..<range.lowerBound]) + start + safe + end + page[range.upperBound...]
    }
}

extension LiveRoom<RoomChannel> {
    /// The whole map for participants as it was last shown.
    var participantUpdate: [UInt8] { outlet.participantUpdate(of: durable) }
}
