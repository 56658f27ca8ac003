import CQRCode

/// A short text as a QR code (ISO/IEC 18004), drawn by libqrcodegen.
package struct QRCode: Hashable, Sendable {
    /// Modules a side, without the quiet zone.
    package let size: Int
    /// Row by row, dark or not.
    private let modules: [Bool]

    /// The light border that readers need, in modules (ISO/IEC 18004 §5.3.8).
    package static let quietZone = 4
    /// The largest version drawn: 666 bytes at correction level M, far more than a link.
    private static let largestVersion: CInt = 20

    /// Encodes `text` with error correction M, which survives 15 % of damage; `nil` when it is too
    /// long for version 20.
    package init?(_ text: String) {
        let count = Int(atelier_qr_buffer_bytes)
        var scratch = [UInt8](repeating: 0, count: count)
        var code = [UInt8](repeating: 0, count: count)
        let isEncoded = qrcodegen_encodeText(
            text,
            &scratch,
            &code,
            qrcodegen_Ecc_MEDIUM,
            1,
            Self.largestVersion,
            qrcodegen_Mask_AUTO,
            true
        )
        guard isEncoded else { return nil }
        let size = qrcodegen_getSize(code)
        self.size = Int(size)
        modules = (0..<size).flatMap { y in
            (0..<size).map { x in qrcodegen_getModule(code, x, y) }
        }
    }

    /// The code as an SVG picture: black on white whatever the theme, because readers expect it.
    package var svg: String {
        let side = size + 2 * Self.quietZone
        var path = ""
        for y in 0..<size {
            for x in 0..<size where modules[y * size + x] {
                path += "M\(x + Self.quietZone) \(y + Self.quietZone)h1v1h-1z"
            }
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(side)v\(side)H0z"/>\
            <path d="\(path)"/></svg>
            """
    }
}
