import Testing
import Workshop

@testable import WireProtocol

@Suite("Secrets and ids on the wire")
struct SecretTests {
    @Test("a secret is 22 characters of base64url and reads back")
    func roundTrip() throws {
        var chance = SystemRandomNumberGenerator()
        for _ in 0..<100 {
            let secret = Secret(using: &chance)
            #expect(secret.text.utf8.count == 22)
            #expect(Secret(text: secret.text) == secret)
            #expect(secret.bytes.count == 16)
        }
        let known = try #require(Secret(text: "AAECAwQFBgcICQoLDA0ODw"))
        #expect(known.bytes == Array(0..<16))
        let high = try #require(Secret(text: "_____________________w"))
        #expect(high.bytes == [UInt8](repeating: 0xff, count: 16))
    }

    @Test(
        "nothing else is a secret",
        arguments: [
            "", "AAECAwQFBgcICQoLDA0OD", "AAECAwQFBgcICQoLDA0ODw=", "AAECAwQFBgcICQoLDA0ODx",
            "AAECAwQFBgcICQoLDA0OD+", "AAECAwQFBgcICQoLDA0OD ", "éAECAwQFBgcICQoLDA0OD",
        ]
    )
    func others(text: String) {
        #expect(Secret(text: text) == nil)
    }

    @Test("a secret does not print itself")
    func silent() throws {
        let secret = try #require(Secret(text: "AAECAwQFBgcICQoLDA0ODw"))
        #expect("\(secret)" == "(secret)")
    }

    @Test("an id is 16 lower-case hexadecimal digits and reads back")
    func identifiers() {
        #expect(Activity.ID(rawValue: 0xa1).text == "00000000000000a1")
        #expect(Activity.ID(rawValue: .max).text == "ffffffffffffffff")
        #expect(Activity.ID(text: "00000000000000a1") == Activity.ID(rawValue: 0xa1))
        #expect(Activity.ID(text: "ffffffffffffffff") == Activity.ID(rawValue: .max))
    }

    @Test(
        "nothing else is an id",
        arguments: [
            "", "a1", "00000000000000A1", "0000000000000000a1", "+0000000000000a1",
            "000000000000000g", "０00000000000001",
        ]
    )
    func otherIdentifiers(text: String) {
        #expect(Activity.ID(text: text) == nil)
    }
}
