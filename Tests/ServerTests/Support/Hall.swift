import Foundation
import Rehearsal
import Testing
import WireProtocol
import Workshop

/// One room of a ``Site``, with its links.
struct Hall: Sendable {
    let code: String
    let facilitatorSecret: String
    let displaySecret: String
    let guestSecret: String
    let site: Site

    init(_ created: JSONValue, site: Site) throws {
        func secret(_ role: String) throws -> String {
            let link = try #require(created["links"]?[role]?.text)
            let fragment = try #require(link.split(separator: "#").last)
            return String(fragment)
        }
        code = try #require(created["code"]?.text)
        facilitatorSecret = try secret("facilitator")
        displaySecret = try secret("display")
        guestSecret = try secret("guest")
        self.site = site
    }

    /// The same room, reached through another process.
    func moved(to site: Site) -> Hall {
        Hall(self, site: site)
    }

    private init(_ hall: Hall, site: Site) {
        code = hall.code
        facilitatorSecret = hall.facilitatorSecret
        displaySecret = hall.displaySecret
        guestSecret = hall.guestSecret
        self.site = site
    }

    func tab(_ person: Tab.Person) -> Tab {
        let tab = Tab(person, code: code, port: site.port, crowd: site.crowd)
        site.register(tab)
        return tab
    }

    func facilitator(_ language: String = "fr", client: String = "console") -> Tab {
        tab(
            .init(
                role: "facilitator",
                secret: facilitatorSecret,
                language: language,
                client: client + language
            )
        )
    }

    func display(_ language: String = "fr") -> Tab {
        tab(.init(role: "display", secret: displaySecret, language: language, client: language))
    }

    func guest(_ language: String = "fr") -> Tab {
        tab(.init(role: "guest", secret: guestSecret, language: language, client: language))
    }

    /// Seat number `seat`, whose token only depends on the number.
    func seat(
        _ seat: Int,
        _ language: String = "fr",
        client: String = "laptop",
        details: [String: JSONValue] = [:]
    ) -> Tab {
        tab(
            .init(
                secret: Hall.token(of: seat),
                language: language,
                client: client,
                details: details
            )
        )
    }

    /// 128 bits in base64url: here they need not be random.
    static func token(of seat: Int) -> String {
        Data(tokenBytes(of: seat)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func tokenBytes(of seat: Int) -> [UInt8] {
        [UInt8](repeating: 0xa7, count: 14) + [UInt8(seat >> 8), UInt8(seat & 0xff)]
    }

    /// An id as clients make them.
    static func id(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The fields of a vote.
    static func vote(
        _ ballot: Ballot,
        in poll: String,
        _ remarks: [String: JSONValue] = [:]
    ) -> JSONValue {
        let written = JSONValue(Entity.ownBallot(ballot).json(in: JoinCode(digits: 0)))
        var fields = written?.object ?? [:]
        fields["poll"] = .text(poll)
        return .object(fields.merging(remarks) { $1 })
    }

    func export(_ format: String) async throws -> HTTPReply {
        let lines = ["Authorization: Bearer \(facilitatorSecret)"]
        return try await site.request("GET", "/api/rooms/\(code)/export.\(format)", lines)
    }
}
