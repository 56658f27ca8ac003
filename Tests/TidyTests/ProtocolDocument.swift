import Foundation
import Testing

/// The protocol page and the code say the same.
@Suite("The protocol page")
struct ProtocolDocument {
    @Test("every refusal of the page is known to the code that speaks the protocol")
    func refusalCodes() throws {
        let sources = Repository.files(in: "Sources/WireProtocol", endings: [".swift"])
        // The page was written first; from the module's first file on, the two go together.
        guard !sources.isEmpty else { return }
        let code = try sources.map { try $0.text() }.joined()
        for refusal in try Self.refusalCodes() {
            #expect(code.contains("\"\(refusal)\""), "nothing says \(refusal)")
        }
    }

    @Test("the table of refusals can be read from the page")
    func tableIsFound() throws {
        let codes = try Self.refusalCodes()
        #expect(codes.contains("poll-closed"))
        #expect(codes.contains("wall-closed"))
        #expect(codes.count >= 25)
    }

    /// The codes of section 5.
    static func refusalCodes() throws -> [String] {
        let page = try Repository.File(path: "Docs/Protocol.md").text()
        let start = try #require(page.range(of: "## 5. Refusals")).upperBound
        let end = try #require(page.range(of: "## 6.")).lowerBound
        return page[start..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }
            .flatMap { row in
                row.split(separator: "|")[0].matches(of: /`(?<code>[a-z-]+)`/).map {
                    String($0.code)
                }
            }
    }
}
