import Foundation
import Testing

/// What the formatter cannot see.
@Suite("Tidiness")
struct Tidiness {
    @Test("no file is too long to be read in one go")
    func fileLength() throws {
        for file in Repository.swiftFiles {
            let limit = file.path.hasPrefix("Tests/") ? 600 : 400
            let count = try file.lines().count
            #expect(count <= limit, "\(file.path) has \(count) lines")
        }
        for file in Repository.files(in: "web/src", endings: [".ts", ".css", ".html", ".tsx"]) {
            let count = try file.lines().count
            #expect(count <= 400, "\(file.path) has \(count) lines")
        }
    }

    @Test("no line is wider than 100 columns, comments included")
    func lineWidth() throws {
        for file in Repository.swiftFiles {
            for (index, line) in try file.lines().enumerated() {
                #expect(line.count <= 100, "\(file.path):\(index + 1) has \(line.count) columns")
            }
        }
    }

    @Test("files and types are named after what they are")
    func names() throws {
        let banned = /(?i)manager|helper|utils?(?![a-z])|common|misc|handler|base(?![a-z])/
        let declaration =
            /(?m)^\s*(?:\w+ )*(?:struct|class|enum|actor|protocol|typealias) (?<name>\w+)/
        for file in Repository.swiftFiles {
            #expect(file.name.firstMatch(of: banned) == nil, "\(file.path)")
            for match in try file.text().matches(of: declaration) {
                #expect(
                    String(match.name).firstMatch(of: banned) == nil,
                    "\(file.path) declares \(match.name)"
                )
            }
        }
    }

    @Test("nothing is public, since nobody outside the package imports us")
    func access() throws {
        for file in Repository.files(in: "Sources", endings: [".swift"]) {
            for (index, line) in try file.lines().enumerated() {
                let isPublic = line.firstMatch(of: /^\s*(?:public|open) \w/) != nil
                #expect(!isPublic, "\(file.path):\(index + 1)")
            }
        }
    }

    @Test("the compiler's checks are switched off at most twice, with the reason above")
    func uncheckedSendable() throws {
        // In two parts, so that this file does not count.
        let mark = "@unchecked" + " Sendable"
        var count = 0
        for file in Repository.files(in: "Sources", endings: [".swift"]) {
            let lines = try file.lines()
            for (index, line) in lines.enumerated() where line.contains(mark) {
                let above = index > 0 ? lines[index - 1].drop { $0 == " " } : ""
                if line.drop(while: { $0 == " " }).hasPrefix("//") { continue }
                #expect(above.hasPrefix("//"), "\(file.path):\(index + 1) gives no reason")
                count += 1
            }
        }
        #expect(count <= 2)
    }

    @Test("nothing is left for later, and nothing leads to the machine it was written on")
    func leftovers() throws {
        // In two parts, so that this file does not count.
        let banned = ["TO" + "DO", "FIX" + "ME", "/wo" + "rk/", "/ro" + "ot/"]
        let endings = [
            ".swift", ".ts", ".css", ".html", ".md", ".json", ".sh", ".yml", "Makefile", ".mjs",
        ]
        for file in Repository.files(endings: endings) {
            let text = try file.text()
            for word in banned {
                #expect(!text.contains(word), "\(file.path) contains \(word)")
            }
        }
    }
}
