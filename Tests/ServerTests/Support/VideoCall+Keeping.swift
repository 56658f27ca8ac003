import Crypto
import Rehearsal
import Scenarios
import Testing
import Workshop

/// What is left on the disk of a workshop that has ended.
extension VideoCall {
    func allSeePresence(seats: Int, here: Int) async throws {
        for tab in everyone {
            try await tab.sees("\(here) of \(seats) here") { map in
                map["presence"]?["seats"]?.number == seats
                    && map["presence"]?["here"]?.number == here
            }
        }
    }

    /// Searches the raw bytes of the data folder for what must not be there any more.
    func checkWhatIsKept() async throws {
        let files = try hall.site.folder.dataFiles()
        #expect(files.keys.contains("rooms.sqlite"))
        #expect(files.keys.filter { $0.contains("secrets/") } == [])
        #expect(seenSecrets.count >= 6, "the vault was never seen with a secret")
        for (name, bytes) in files {
            let text = String(decoding: bytes, as: UTF8.self)
            for secret in seenSecrets {
                #expect(bytes.firstRange(of: secret) == nil, "\(name)")
            }
            #expect(!text.contains(Self.withdrawnText), "a withdrawn note is in \(name)")
            #expect(!text.contains(Self.formerText), "an edited text is in \(name)")
            #expect(!text.contains(hall.facilitatorSecret))
            for seat in ScenarioOne.seats {
                #expect(!text.contains(Hall.token(of: seat)))
                #expect(bytes.firstRange(of: Hall.tokenBytes(of: seat)) == nil)
            }
            checkSeats(in: text, name)
        }
        let questions = Question.allCases.map(\.design.question)
        for line in hall.site.log.lines {
            #expect(!line.contains("counts"))
            for text in questions + ScenarioOne.rows.map(\.text) { #expect(!line.contains(text)) }
            for secret in [hall.facilitatorSecret, hall.displaySecret, hall.guestSecret] {
                #expect(!line.contains(secret))
            }
        }
    }

    /// [P16] A seat's number stands where it took its seat, and nowhere near a ballot or a note.
    private func checkSeats(in text: String, _ name: String) {
        let bytes = Array(text.utf8)
        for seat in ScenarioOne.seats {
            let digest = SHA256.hash(data: Hall.tokenBytes(of: seat))
            let id = digest.prefix(8).map { Self.hexadecimal($0) }.joined()
            var rest = bytes[...]
            while let range = rest.firstRange(of: Array(id.utf8)) {
                let start = max(bytes.startIndex, range.lowerBound - 40)
                let context = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
                // Its own record has it twice: it is the start of its token's digest.
                let isOwn = context.hasSuffix(#""token":""#) || context.contains(#"{"seat":{"#)
                #expect(isOwn, "\(name): \(context)")
                rest = bytes[range.upperBound...]
            }
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
