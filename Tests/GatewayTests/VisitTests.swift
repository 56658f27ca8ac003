import HTTPTypes
import Testing
import Workshop

@testable import Gateway

@Suite("Who sends a request")
struct VisitTests {
    private static func visit(
        _ lines: [String: String],
        from peer: String = "203.0.113.9",
        proxies: Set<String> = [],
        isSecure: Bool = false,
        publicOrigin: String? = nil
    ) -> Visit {
        var request = HTTPRequest(
            method: .get,
            scheme: nil,
            authority: "atelier.example",
            path: "/"
        )
        for (name, value) in lines { request.headerFields[HTTPField.Name(name)!] = value }
        let trust = Visit.Trust(
            proxies: proxies,
            isSecure: isSecure,
            publicOrigin: publicOrigin
        )
        return Visit(request, from: peer, trusting: trust)
    }

    @Test("a stranger's word about addresses and schemes is not taken")
    func strangers() {
        let visit = Self.visit([
            "X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https",
        ])
        #expect(visit.address == "203.0.113.9")
        #expect(visit.origin == "http://atelier.example")
    }

    @Test("of a trusted proxy's list only the entry that it wrote itself counts")
    func proxies() {
        let visit = Self.visit(
            ["X-Forwarded-For": "10.0.0.1, 192.0.2.1", "X-Forwarded-Proto": "https"],
            from: "10.9.9.9",
            proxies: ["10.9.9.9"]
        )
        #expect(visit.address == "192.0.2.1")
        #expect(visit.origin == "https://atelier.example")
        let silent = Self.visit([:], from: "10.9.9.9", proxies: ["10.9.9.9"])
        #expect(silent.address == "10.9.9.9")
        #expect(silent.origin == "http://atelier.example")
    }

    @Test("the public origin, when it is set, is what people see")
    func publicOrigin() {
        let visit = Self.visit(
            ["Origin": "https://salle.example"],
            publicOrigin: "https://salle.example"
        )
        #expect(visit.origin == "https://salle.example")
        #expect(visit.isFromOwnPage)
        #expect(Self.visit([:], isSecure: true).origin == "https://atelier.example")
    }

    @Test(
        "[P4] only our own pages and programs without a page may come in",
        arguments: [
            ("http://atelier.example", true), ("https://atelier.example", true),
            ("https://evil.example", false), ("null", false), ("", false),
            ("atelier.example", false), ("http://atelier.example.evil.example", false),
            ("http://atelier.example:81", false), ("ftp://atelier.example", false),
        ]
    )
    func origins(origin: String, isOwn: Bool) {
        #expect(Self.visit(["Origin": origin]).isFromOwnPage == isOwn)
    }

    @Test("without an origin the request comes from no page")
    func programs() {
        #expect(Self.visit([:]).isFromOwnPage)
    }

    @Test("a host that is none does not get into a link")
    func hosts() {
        var request = HTTPRequest(
            method: .get,
            scheme: nil,
            authority: "evil.example/<script>",
            path: "/"
        )
        request.headerFields = [:]
        let trust = Visit.Trust(proxies: [], isSecure: false, publicOrigin: nil)
        let visit = Visit(request, from: "203.0.113.9", trusting: trust)
        #expect(visit.origin == "http://localhost")
    }

    @Test("metrics are for this machine, and not through a proxy")
    func local() {
        #expect(Self.visit([:], from: "127.0.0.1").isLocal)
        #expect(Self.visit([:], from: "::1").isLocal)
        #expect(!Self.visit([:]).isLocal)
        #expect(!Self.visit(["X-Forwarded-For": "127.0.0.1"], from: "127.0.0.1").isLocal)
    }
}

@Suite("What a browser asks for")
struct NegotiationTests {
    private static let file = WebFile(
        type: "text/css",
        plain: [1],
        brotli: [2],
        gzip: [3],
        tag: "t"
    )

    @Test(
        "the smallest form that is accepted",
        arguments: [
            ("", nil), ("identity", nil), ("gzip", "gzip"), ("br", "br"), ("gzip, br", "br"),
            ("br;q=0", nil), ("br; q=0, gzip", "gzip"), ("br;q=0.0, gzip;q=0.8", "gzip"),
            ("BR;q=1.0", "br"), ("deflate, zstd", nil), ("gzip;q=0.000", nil),
        ] as [(String, String?)]
    )
    func codings(accepted: String, name: String?) {
        #expect(Self.file.best(for: accepted).name == name)
    }

    @Test("a file without compressed forms is sent plain")
    func plainOnly() {
        let file = WebFile(type: "x", plain: [1], brotli: nil, gzip: nil, tag: "t")
        #expect(file.best(for: "gzip, br").bytes == [1])
    }

    @Test(
        "the first of our languages; French when there is none",
        arguments: [
            (nil, "fr"), ("", "fr"), ("en", "en"), ("en-GB,en;q=0.9,fr;q=0.8", "en"),
            ("de, fr;q=0.5, en;q=0.4", "fr"), ("fr-CA", "fr"), ("de", "fr"), ("EN-us", "en"),
        ] as [(String?, String)]
    )
    func languages(field: String?, tag: String) {
        #expect(field.preferredLanguage == (tag == "fr" ? .french : .english))
    }
}
