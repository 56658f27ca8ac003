import Foundation
import Rehearsal
import Scenarios
import Testing

@Suite("The HTTP side of section 7", .serialized)
struct WebTests {
    @Test("every refusal has a code and a sentence in the reader's language")
    func refusals() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let api = "/api/rooms"
            let foreign = ["Origin: https://evil.example"]
            let large = String(repeating: " ", count: 262_145)
            let cases: [(String, String, [String], String?, Int, String)] = [
                ("GET", "/a/b/c", [], nil, 404, "not-found"),
                ("GET", "/assets/none.js", [], nil, 404, "not-found"),
                ("GET", api, [], nil, 405, "method-not-allowed"),
                ("POST", "/", [], "{}", 405, "method-not-allowed"),
                ("DELETE", "\(api)/\(hall.code)", [], nil, 405, "method-not-allowed"),
                ("POST", api, foreign, #"{"title":"x"}"#, 403, "foreign-origin"),
                ("GET", "\(api)/ZZZZZZ/export.csv", [], nil, 404, "room-unknown"),
                ("GET", "\(api)/ZZZZZZ", [], nil, 404, "room-unknown"),
                ("POST", api, [], "{", 400, "invalid-room"),
                ("POST", api, [], #"{"title":""}"#, 400, "invalid-room"),
                ("POST", api, [], "", 400, "invalid-room"),
                ("POST", api, [], large, 413, "body-too-large"),
                ("GET", "\(api)/\(hall.code)/export.json", [], nil, 401, "unauthorised"),
                ("GET", "\(api)/\(hall.code)/export.csv", [], nil, 401, "unauthorised"),
            ]
            for (method, path, lines, body, status, code) in cases {
                var sentences: Set<String> = []
                for language in ["fr-FR,fr;q=0.9", "en"] {
                    let all = lines + ["Accept-Language: \(language)"]
                    let reply = try await site.request(method, path, all, body: body)
                    #expect(reply.status == status, "\(method) \(path)")
                    let refusal = JSONValue(reply.body)
                    #expect(refusal?["code"]?.text == code, "\(method) \(path)")
                    sentences.insert(refusal?["say"]?.text ?? "")
                    #expect(reply["x-content-type-options"] == "nosniff")
                    #expect(reply["content-security-policy"]?.contains("'none'") == true)
                }
                #expect(sentences.count == 2 && !sentences.contains(""), "\(path)")
            }
            try await site.checkAlive(hall)
        }
    }

    @Test("405 tells what is allowed, 401 how to be let in, HEAD is GET without a body")
    func methods() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            #expect(try await site.request("POST", "/", body: "")["allow"] == "GET, HEAD")
            #expect(try await site.request("PUT", "/api/rooms", body: "")["allow"] == "POST")
            let export = try await site.request("GET", "/api/rooms/\(hall.code)/export.csv")
            #expect(export["www-authenticate"] == "Bearer")
            for path in ["/", "/\(hall.code)", "/assets/page.js", "/api/rooms/\(hall.code)"] {
                let head = try await site.request("HEAD", path)
                let get = try await site.request("GET", path)
                #expect(head.status == get.status, "\(path)")
                #expect(head["content-length"] == get["content-length"], "\(path)")
                #expect(head["etag"] == get["etag"])
                #expect(head.body.isEmpty)
            }
        }
    }

    @Test("files are handed out in the form that is asked for, and not twice")
    func negotiation() async throws {
        try await withSite { site in
            let path = "/assets/page.js"
            let forms: [(String, String?, String)] = [
                ("gzip, deflate, br, zstd", "br", "brotli"), ("gzip", "gzip", "gzip"),
                ("br;q=0, gzip", "gzip", "gzip"), ("identity", nil, SiteFolder.script),
                ("", nil, SiteFolder.script), ("BR", "br", "brotli"),
                ("gzip;q=0.5, br;q=0", "gzip", "gzip"),
            ]
            var tags: [String?: String] = [:]
            for (accepted, coding, body) in forms {
                let lines = ["Accept-Encoding: \(accepted)"]
                let reply = try await site.request("GET", path, lines)
                #expect(reply["content-encoding"] == coding, "\(accepted)")
                #expect(reply.text == body)
                #expect(reply["vary"] == "Accept-Encoding")
                #expect(reply["cache-control"]?.contains("immutable") == true)
                let tag = try #require(reply["etag"])
                #expect(tags[coding] == nil || tags[coding] == tag)
                tags[coding] = tag
                let again = try await site.request("GET", path, lines + ["If-None-Match: \(tag)"])
                #expect(again.status == 304)
                #expect(again.body.isEmpty)
                let old = ["If-None-Match: \"old\""]
                #expect(try await site.request("GET", path, lines + old).status == 200)
            }
            #expect(Set(tags.values).count == 3)
        }
    }

    @Test("the page carries the room, and no text can end the element")
    func boot() async throws {
        try await withSite { site in
            let nasty = "</script><script>alert(1)</script><!-- & ' \" \u{2028}"
            let hall = try await site.createRoom(["title": .text(nasty)])
            let console = try await hall.facilitator().join()
            let seat = try await hall.seat(1).join()
            let wall = Hall.id(1)
            #expect(try await console.ask("room.open").code == "ack")
            let design: JSONValue = [
                "kind": "wall", "title": .text(nasty), "sections": ["x"], "writing": "shared",
            ]
            let add: JSONValue = ["activity": .text(wall), "as": design]
            #expect(try await console.ask("activity.add", add).code == "ack")
            let launch = try await console.ask("activity.launch", ["activity": .text(wall)])
            #expect(launch.code == "ack")
            let note: JSONValue = [
                "wall": .text(wall), "note": .text(Hall.id(2)), "section": 0, "text": .text(nasty),
            ]
            #expect(try await seat.ask("note.post", note).code == "ack")
            try await seat.sees("the note") { $0["note/\(Hall.id(2))"]?["text"]?.text == nasty }
            for page in ["", "/facilitate", "/display", "/guest"] {
                let reply = try await site.request("GET", "/\(hall.code.lowercased())\(page)")
                let state = try Self.boot(in: reply.text)
                #expect(state["code"]?.text == hall.code)
                let map = state["update"]?["put"]
                #expect(map?["room"]?["title"]?.text == nasty)
                #expect(map?["note/\(Hall.id(2))"]?["text"]?.text == nasty)
                #expect(state["update"]?["full"] == true)
                #expect(map?.keys.contains { $0.hasPrefix("seat/") } == false)
            }
        }
    }

    /// The JSON between the two tags, of which there must be one pair.
    private static func boot(in page: String) throws -> JSONValue {
        let parts = page.components(separatedBy: "</script>")
        #expect(parts.count == 2)
        let json = try #require(parts[0].components(separatedBy: #"id="boot">"#).last)
        return try #require(JSONValue(json.utf8))
    }

    @Test("a wrong code has a page that says so; other paths have none")
    func unknownCode() async throws {
        try await withSite { site in
            let page = try await site.request("GET", "/ZZZZZZ")
            #expect(page.status == 404)
            #expect(try Self.boot(in: page.text) == ["code": .null, "update": .null])
            for path in ["/not-a-code", "/api/rooms/nothing"] {
                #expect(try await site.request("GET", path).status == 404)
            }
        }
    }

    @Test("what people type cannot run as a formula in the table")
    func formulas() async throws {
        try await withSite { site in
            let hall = try await site.createRoom()
            let console = try await hall.facilitator().join()
            let seat = try await hall.seat(1).join()
            let wall = Hall.id(1)
            let formula = "=HYPERLINK(\"http://evil.example\";\"x\")"
            _ = try await console.ask("room.open")
            let design: JSONValue = [
                "kind": "wall", "title": .text("+1"), "sections": [.text("@SUM(A1)")],
                "writing": "shared",
            ]
            _ = try await console.ask("activity.add", ["activity": .text(wall), "as": design])
            _ = try await console.ask("activity.launch", ["activity": .text(wall)])
            for (index, text) in [formula, "-1+1", "+1", "@x", "\t=1", "\r=1"].enumerated() {
                let note: JSONValue = [
                    "wall": .text(wall), "note": .text(Hall.id(10 + index)), "section": 0,
                    "text": .text(text),
                ]
                #expect(try await seat.ask("note.post", note).code == "ack")
            }
            let table = try await hall.export("csv")
            #expect(table["content-disposition"]?.contains("attachment") == true)
            #expect(table.text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\";\"\"x\"\")\""))
            for cell in CSVReader.rows(in: table.text).joined() {
                guard let first = cell.unicodeScalars.first else { continue }
                #expect(!"=+-@\t\r".unicodeScalars.contains(first), "\(cell)")
            }
        }
    }

    @Test("the rest of section 7: a summary, a picture, health")
    func others() async throws {
        try await withSite { site in
            let hall = try await site.createRoom(["title": "Essai", "language": "en"])
            let summary = try await site.request("GET", "/api/rooms/\(hall.code)")
            #expect(
                JSONValue(summary.body) == [
                    "code": .text(hall.code), "title": "Essai", "phase": "lobby", "language": "en",
                ]
            )
            let picture = try await site.request("GET", "/api/rooms/\(hall.code)/qr.svg")
            #expect(picture["content-type"] == "image/svg+xml")
            #expect(picture.text.contains("<svg"))
            #expect(try await site.request("GET", "/health").text == "ok\n")
            #expect(try await site.request("GET", "/ready").text == "ready\n")
            let metrics = try await site.request("GET", "/metrics")
            #expect(metrics.text.contains("atelier_rooms_live 1"))
            let proxied = ["X-Forwarded-For: 192.0.2.1"]
            #expect(try await site.request("GET", "/metrics", proxied).status == 404)
        }
    }
}
