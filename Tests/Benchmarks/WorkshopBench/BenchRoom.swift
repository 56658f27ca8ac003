import Rehearsal

/// A room made over HTTP, and what people say in it.
struct BenchRoom: Sendable {
    let code: String
    let facilitator: String
    let display: String

    struct NotMade: Error {
        let answer: String
    }

    enum Who: Sendable {
        case facilitator(String)
        case display(String)
        case participant(Int)
    }

    static let poll = "00000000000000a1"
    static let pollCommand =
        #"{"id":"a","do":"activity.add","activity":"\#(poll)","as":{"kind":"poll","question":"?","#
        + #""options":["Oui","Plutôt oui","Plutôt non","Non"],"min":1,"max":1,"results":"live"}}"#

    static func vote(_ option: Int) -> String {
        #"{"id":"v","do":"poll.vote","poll":"\#(poll)","choices":[\#(option)]}"#
    }

    init(port: UInt16) throws {
        let reply = try HTTPClient.request(
            "POST",
            "/api/rooms",
            port: port,
            headerLines: ["Content-Type: application/json"],
            body: Array(#"{"title":"Bench","language":"fr"}"#.utf8)
        )
        let text = reply.text
        func field(_ name: String, _ length: Int) throws -> String {
            guard let range = text.firstRange(of: name) else { throw NotMade(answer: text) }
            return String(text[range.upperBound...].prefix(length))
        }
        code = try field(#""code":""#, 6)
        facilitator = try field("/facilitate#", 22)
        display = try field("/display#", 22)
    }

    var handshake: HandshakeRequest {
        HandshakeRequest(path: "/live/\(code)", subprotocol: "atelier.v1")
    }

    static func join(_ who: Who) -> String {
        switch who {
        case .facilitator(let secret):
            return #"{"do":"join","role":"facilitator","secret":"\#(secret)","client":"f"}"#
        case .display(let secret):
            return #"{"do":"join","role":"display","secret":"\#(secret)","client":"d"}"#
        case .participant(let number):
            // A token of our own: 21 digits and a last character whose low bits are zero.
            let digits = String(number)
            let token = String(repeating: "x", count: 21 - digits.count) + digits + "A"
            return #"{"do":"join","role":"participant","token":"\#(token)","client":"p"}"#
        }
    }
}
