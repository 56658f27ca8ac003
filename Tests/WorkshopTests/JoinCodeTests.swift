import Testing
import Workshop

@Suite("What people read out and type")
struct JoinCodeTests {
    @Test("spaces, hyphens and letter case do not matter")
    func typed() {
        #expect(JoinCode(typed: " k7p-m2x ")?.text == "K7PM2X")
        #expect(JoinCode(typed: "K7PM2") == nil)
        #expect(JoinCode(typed: "K7PM2XX") == nil)
        #expect(JoinCode(typed: String(repeating: " ", count: 40) + "K7PM2X") == nil)
    }

    @Test("look-alikes are no code", arguments: ["I", "L", "O", "U", "0", "1", "É", "ß", "٣"])
    func lookAlikes(_ letter: String) {
        #expect(JoinCode(typed: "K7PM2" + letter) == nil)
    }

    @Test("every code that is made can be typed")
    func made() {
        for number in stride(from: UInt64(0), to: 1 << 40, by: 1 << 30) {
            let code = JoinCode(digits: number)
            #expect(JoinCode(typed: code.text.lowercased()) == code)
        }
    }

    @Test("a seat without a name is always called the same")
    func pseudonyms() {
        let id = Seat.ID(rawValue: 0xC0FF_EE00)
        #expect(Pseudonym.name(of: id, in: .french) == Pseudonym.name(of: id, in: .french))
        #expect(Pseudonym.name(of: id, in: .french).split(separator: " ").count == 2)
    }

    @Test("an identifier costs no more than its number, a ballot of options no memory of its own")
    func layout() {
        #expect(MemoryLayout<Seat.ID>.size == 8)
        #expect(MemoryLayout<Choices>.size == 8)
        #expect(MemoryLayout<Ballot>.size <= 33)
    }
}
