import Foundation
import LiveRooms
import Testing
import Workshop

@testable import Server

@Suite("The vault of activity secrets")
struct FileSecretVaultTests {
    private let folder: SiteFolder
    private let vault: FileSecretVault
    private let room = Room.ID(rawValue: 0xf00d)
    private let activity = Activity.ID(rawValue: 0xa1)

    init() throws {
        folder = try SiteFolder()
        vault = try FileSecretVault(folder: folder.data)
    }

    private static func secret(_ byte: UInt8) -> ActivitySecret {
        ActivitySecret(bytes: [UInt8](repeating: byte, count: ActivitySecret.length))!
    }

    private var file: String { folder.data + "/000000000000f00d/00000000000000a1" }

    @Test("what is kept is found again, also by the next server, and by room")
    func keeping() async throws {
        let other = Activity.ID(rawValue: 0xa2)
        try await vault.keep(Self.secret(1), of: activity, in: room)
        try await vault.keep(Self.secret(2), of: other, in: room)
        let next = try FileSecretVault(folder: folder.data)
        let kept = try await next.secrets(of: room)
        #expect(kept == [activity: Self.secret(1), other: Self.secret(2)])
        #expect(try await next.secrets(of: Room.ID(rawValue: 1)) == [:])
    }

    @Test("nobody but the server's user may read a secret")
    func permissions() async throws {
        try await vault.keep(Self.secret(1), of: activity, in: room)
        let files = FileManager.default
        let mode = try files.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let roomFolder = (file as NSString).deletingLastPathComponent
        let above = try files.attributesOfItem(atPath: roomFolder)[.posixPermissions] as? NSNumber
        #expect(above?.intValue == 0o700)
    }

    @Test("[P16] a destroyed secret is overwritten in place before its name goes")
    func destruction() async throws {
        try await vault.keep(Self.secret(7), of: activity, in: room)
        // A second name for the same bytes shows what became of them.
        let second = folder.path + "/second"
        try FileManager.default.linkItem(atPath: file, toPath: second)
        try await vault.destroy(activity, in: room)
        #expect(!FileManager.default.fileExists(atPath: file))
        let left = try Data(contentsOf: URL(fileURLWithPath: second))
        #expect(Array(left) == [UInt8](repeating: 0, count: ActivitySecret.length))
        #expect(try await vault.secrets(of: room) == [:])
    }

    @Test("destroying twice, or what never was, is no error")
    func repetition() async throws {
        try await vault.destroy(activity, in: room)
        try await vault.keep(Self.secret(7), of: activity, in: room)
        try await vault.destroy(activity, in: room)
        try await vault.destroy(activity, in: room)
    }

    @Test("a draft that a crash left behind is erased and is no secret")
    func drafts() async throws {
        try await vault.keep(Self.secret(1), of: activity, in: room)
        let draft = folder.data + "/000000000000f00d/00000000000000a2.new"
        try Data([UInt8](repeating: 9, count: 32)).write(to: URL(fileURLWithPath: draft))
        let second = folder.path + "/second"
        try FileManager.default.linkItem(atPath: draft, toPath: second)
        #expect(try await vault.secrets(of: room) == [activity: Self.secret(1)])
        #expect(!FileManager.default.fileExists(atPath: draft))
        let left = try Data(contentsOf: URL(fileURLWithPath: second))
        #expect(left.allSatisfy { $0 == 0 })
    }

    @Test("a folder that cannot be written is an error with its reason")
    func brokenDisk() async throws {
        let plainFile = folder.path + "/plain"
        try Data().write(to: URL(fileURLWithPath: plainFile))
        #expect(throws: SecretVaultError.self) { try FileSecretVault(folder: plainFile + "/x") }
    }
}
