import Foundation
import LiveRooms
import Testing
import WireProtocol
import Workshop

@testable import Gateway

@Suite("What an audience has been shown")
struct AudiencePictureTests {
    private let code = JoinCode(typed: "K7PM2X")!
    private let nobody = Presence(seats: 0, here: 0, away: nil)
    private let wall = Activity.ID(rawValue: 0xb1)

    private func picture(of room: Room, for audience: Audience = .displays) -> AudiencePicture {
        AudiencePicture(of: room, for: audience, presence: nobody, code: code)
    }

    @Test("[P10] what is worked out once for all audiences is the same for each of them")
    func commonEntities() {
        for seed in 1...10 as ClosedRange<UInt64> {
            var history = History(seed: seed)
            for _ in 0..<60 {
                _ = history.step()
                for key in history.room.entityKeys where key.isTheSameForAll {
                    let seen = Set(Audience.allCases.map { history.room.entity(key, for: $0) })
                    #expect(seen.count == 1, "seed \(seed): \(key)")
                }
            }
        }
    }

    @Test("[P7] [P8] [P12] a resume from any revision ends with the map of one that saw it all")
    func resumes() throws {
        for audience in Audience.allCases {
            for seed in 1...10 as ClosedRange<UInt64> {
                var history = History(seed: seed)
                var picture = picture(of: history.room, for: audience)
                var clients: [(ClientMap, Int)] = []
                for _ in 0..<60 {
                    let keys = history.step()
                    _ = picture.absorb(keys, of: history.room)
                    let full = try ClientMap(picture.update(since: nil, own: []))
                    clients.append((full, picture.revision))
                }
                let now = try ClientMap(picture.update(since: nil, own: []))
                for (map, revision) in clients {
                    var resumed = map
                    try resumed.apply(picture.update(since: revision, own: []))
                    #expect(resumed == now, "\(audience) seed \(seed) since \(revision)")
                }
            }
        }
    }

    @Test("[P7] a revision from before the picture, or from the future, gets the whole map")
    func outside() throws {
        var history = History(seed: 3)
        for _ in 0..<20 { _ = history.step() }
        var picture = picture(of: history.room)
        let revision = history.room.revision
        for since in [nil, 0, revision - 1, revision + 1, -5, Int.max] {
            let update = picture.update(since: since, own: [])
            #expect(try ClientMap.isFull(update))
        }
        let update = picture.update(since: revision, own: [])
        #expect(try !ClientMap.isFull(update))
    }

    @Test("[P12] what came and went while one was away is neither put nor kept")
    func tombstones() throws {
        var history = History(seed: 1)
        history.openSharedWall(wall)
        var picture = picture(of: history.room)
        let note = history.post(on: wall)
        _ = picture.absorb(note.keys, of: history.room)
        var client = try ClientMap(picture.update(since: nil, own: []))
        let seen = picture.revision
        #expect(client.keys.contains("note/\(note.id.text)"))
        let hiding = history.hide(note.id, on: wall)
        let absorbed = picture.absorb(hiding, of: history.room)
        let change = try #require(absorbed)
        #expect(change.del.map(\.text) == ["note/\(note.id.text)"])
        try client.apply(picture.update(since: seen, own: []))
        #expect(!client.keys.contains("note/\(note.id.text)"))
    }

    @Test("[P7] past the removals it remembers, the picture sends the whole map")
    func horizon() throws {
        var history = History(seed: 1)
        history.openSharedWall(wall)
        var picture = picture(of: history.room)
        let before = picture.revision
        let count = AudiencePicture.rememberedRemovals + 1
        for _ in 0..<count {
            let note = history.post(on: wall)
            _ = picture.absorb(note.keys, of: history.room)
            _ = picture.absorb(history.withdraw(note.id, on: wall), of: history.room)
        }
        let old = picture.update(since: before, own: [])
        #expect(try ClientMap.isFull(old))
        let recent = picture.update(since: picture.revision, own: [])
        #expect(try !ClientMap.isFull(recent))
    }

    @Test("what did not change for an audience is not sent to it")
    func silence() {
        var history = History(seed: 1)
        var picture = picture(of: history.room)
        let same = picture.absorb([.room, .agenda], of: history.room)
        #expect(same == nil)
        let stillNobody = picture.absorb(nobody)
        #expect(stillNobody == nil)
        let somebody = picture.absorb(Presence(seats: 1, here: 1, away: nil))
        #expect(somebody?.put.count == 1)
        let draft = picture.absorb(history.add(wall), of: history.room)
        #expect(draft == nil, "a draft is F's alone")
    }
}

/// A client's map.
private struct ClientMap: Equatable {
    private var entities: [String: NSObject] = [:]

    var keys: Set<String> { Set(entities.keys) }

    init(_ update: [UInt8]) throws {
        try apply(update)
    }

    mutating func apply(_ update: [UInt8]) throws {
        let fields = try Self.fields(update)
        if fields["full"] as? Bool == true { entities = [:] }
        for (key, value) in fields["put"] as? [String: NSObject] ?? [:] { entities[key] = value }
        for key in fields["del"] as? [String] ?? [] { entities[key] = nil }
    }

    static func isFull(_ update: [UInt8]) throws -> Bool {
        try fields(update)["full"] as? Bool == true
    }

    private static func fields(_ update: [UInt8]) throws -> [String: Any] {
        let any = try JSONSerialization.jsonObject(with: Data(update))
        return try #require(any as? [String: Any])
    }
}
