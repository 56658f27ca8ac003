import Crypto
import Foundation
package import Gateway

/// Reads the built pages from a folder into memory, once, at start.
package enum WebBuild {
    /// - Throws: ``WebFiles/MissingPage`` when the folder does not hold a whole build.
    package static func files(in folder: String) throws(WebFiles.MissingPage) -> WebFiles {
        let root = URL(fileURLWithPath: folder, isDirectory: true)
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
        var files: [String: WebFile] = [:]
        for name in names ?? [] {
            guard let type = contentType(of: name) else { continue }
            let file = root.appending(path: name)
            guard let plain = try? Data(contentsOf: file) else { continue }
            files["/" + name] = WebFile(
                type: type,
                plain: Array(plain),
                brotli: bytes(of: file, coding: "br"),
                gzip: bytes(of: file, coding: "gz"),
                tag: tag(of: plain)
            )
        }
        return try WebFiles(files)
    }

    private static func bytes(of file: URL, coding: String) -> [UInt8]? {
        (try? Data(contentsOf: file.appendingPathExtension(coding))).map { Array($0) }
    }

    /// Twelve digits of SHA-256: enough to tell builds apart.
    private static func tag(of content: Data) -> String {
        SHA256.hash(data: content).prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// `nil` for what is not served by itself: compressed forms and build notes.
    private static func contentType(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "svg": "image/svg+xml"
        case "woff2": "font/woff2"
        case "txt": "text/plain; charset=utf-8"
        case "webmanifest": "application/manifest+json"
        default: nil
        }
    }
}
