import Testing
import Workshop

@testable import WireProtocol

@Suite("What clients send")
struct ClientMessageTests {
    private static let join =
        #""do":"join","role":"participant","token":"AAECAwQFBgcICQoLDA0ODw","client":"a""#

    @Test(
        "[P2] what is not a message of the protocol is a violation",
        arguments: [
            "", "{", "[]", "null", "12", "\"join\"", "{}", #"{"do":1}"#, #"{"id":"c1"}"#,
            #"{"do":"poll.vote"}"#, #"{"id":"c1","do":"poll.vote"}"#,
            #"{"id":"","do":"ping"}"#, #"{"id":"a b","do":"ping"}"#, #"{"id":"\"","do":"ping"}"#,
            #"{"id":"123456789012345678901234567890123","do":"ping"}"#,
            #"{"id":"c1","do":"poll.vote","poll":"a1","choices":[0]}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","choices":["0"]}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","choices":[0.5]}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","step":"3"}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","number":1e40}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","consent":"maybe"}"#,
            #"{"id":"c1","do":"poll.vote","poll":"00000000000000a1","texts":["a"]}"#,
            #"{"id":"c1","do":"poll.hands","poll":"00000000000000a1"}"#,
            #"{"id":"c1","do":"poll.bring","poll":"00000000000000a1"}"#,
            #"{"id":"c1","do":"entry.hide","poll":"00000000000000a1"}"#,
            #"{"id":"c1","do":"timer.extend","activity":"00000000000000a1","endsMs":1}"#,
            #"{"id":"c1","do":"activity.add","activity":"00000000000000a1"}"#,
            #"{"id":"c1","do":"screen.show","show":"everything"}"#,
            #"{"do":"join","role":"participant","client":"a"}"#,
            #"{"do":"join","role":"king","secret":"AAECAwQFBgcICQoLDA0ODw","client":"a"}"#,
            #"{"do":"join","role":"guest","secret":"short","client":"a"}"#,
            "{" + join + #","since":"x"}"#,
        ]
    )
    func violations(text: String) {
        #expect(throws: ClientMessage.Violation.self) { try ClientMessage(Array(text.utf8)) }
    }

    @Test("[P2] a message over 16 KiB, and one nested deeper than any of ours, is a violation")
    func sizes() throws {
        let start = #"{"id":"c1","do":"ping","x":""#
        func message(of bytes: Int) -> [UInt8] {
            let filling = String(repeating: "x", count: bytes - start.utf8.count - 2)
            return Array((start + filling + "\"}").utf8)
        }
        #expect(try ClientMessage(message(of: 16_384)) == .command(.ping, id: "c1"))
        #expect(throws: ClientMessage.Violation.self) { try ClientMessage(message(of: 16_385)) }
        let deep = String(repeating: "[", count: 8_000) + String(repeating: "]", count: 8_000)
        #expect(throws: ClientMessage.Violation.self) {
            try ClientMessage(Array((#"{"id":"c1","do":"ping","x":"# + deep + "}").utf8))
        }
    }

    @Test("[P1] fields that nobody knows are ignored; an unknown verb is only refused")
    func unknown() throws {
        let ping = #"{"id":"c1","do":"ping","new":{"a":[1,null]}}"#
        #expect(try ClientMessage(Array(ping.utf8)) == .command(.ping, id: "c1"))
        let verb = #"{"id":"c1","do":"poll.explode"}"#
        #expect(try ClientMessage(Array(verb.utf8)) == .refused(.unknownCommand, id: "c1"))
    }

    @Test("every verb of the page's table is known")
    func verbs() throws {
        let page = try ProtocolPage()
        #expect(page.examples.isEmpty == false)
        #expect(CommandVerb.allCases.count == 25)
    }

    @Test("every refusal has a code of its own and two sentences")
    func refusals() {
        let codes = WireRefusal.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        for refusal in WireRefusal.all {
            #expect(refusal.sentence(in: .french) != refusal.sentence(in: .english))
        }
    }

    @Test("every goodbye is in the page's table, with its close code and whether to come back")
    func goodbyes() throws {
        let table = try ProtocolPage().goodbyes
        #expect(table.count == ByeReason.allCases.count)
        for reason in ByeReason.allCases {
            let row = try #require(table[reason.code], "\(reason.code)")
            #expect(row.close == reason.closeCode)
            #expect(row.again == reason.comesBack)
            #expect(reason.sentence(in: .french) != reason.sentence(in: .english))
        }
    }
}

extension ProtocolPage {
    /// The table of section 6, by code.
    fileprivate var goodbyes: [String: (close: UInt16, again: Bool)] {
        let row = /(?m)^\| `(?<code>[a-z-]+)` \| (?<close>\d{4}) \| (?<again>yes|no) \|/
        return Dictionary(
            uniqueKeysWithValues: text.matches(of: row).map {
                (String($0.code), (UInt16($0.close)!, $0.again == "yes"))
            }
        )
    }
}
