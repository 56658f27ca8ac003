import Foundation
import Glibc
package import LiveRooms
import WireProtocol
package import Workshop

/// Activity secrets as files: one folder a room, one file an activity, readable by the owner only.
///
/// Files rather than a database, because a file can be overwritten in place and is gone once it is
/// unlinked, while databases keep copies of pages in their journals. On a file system that copies
/// on write, or a disk that remaps blocks, the overwriting is a best effort.
package struct FileSecretVault: SecretVault {
    private let folder: URL

    /// Keeps secrets in `folder`, which is made when it is missing.
    package init(folder: String) throws(SecretVaultError) {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        try Self.reporting { [url = self.folder] in
            try FileManager.default.createDirectory(
                at: url,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    @concurrent
    package func keep(
        _ secret: ActivitySecret,
        of activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError) {
        let roomFolder = folder(of: room)
        let file = roomFolder.appending(path: activity.text)
        try Self.reporting {
            try FileManager.default.createDirectory(
                at: roomFolder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let draft = roomFolder.appending(path: "\(activity.text).new")
            try Self.write(secret.bytes, to: draft)
            guard rename(draft.path, file.path) == 0 else { throw Fault.last("rename") }
            try Self.syncFolder(roomFolder)
            try Self.syncFolder(folder)
        }
    }

    @concurrent
    package func secrets(
        of room: Room.ID
    ) async throws(SecretVaultError) -> [Activity.ID: ActivitySecret] {
        let roomFolder = folder(of: room)
        return try Self.reporting {
            guard FileManager.default.fileExists(atPath: roomFolder.path) else { return [:] }
            var secrets: [Activity.ID: ActivitySecret] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: roomFolder.path) {
                guard let activity = Activity.ID(text: name) else {
                    // A draft that a crash left behind: its launch was never recorded.
                    try Self.erase(roomFolder.appending(path: name))
                    continue
                }
                let bytes = try Data(contentsOf: roomFolder.appending(path: name))
                secrets[activity] = ActivitySecret(bytes: Array(bytes))
            }
            return secrets
        }
    }

    @concurrent
    package func destroy(
        _ activity: Activity.ID,
        in room: Room.ID
    ) async throws(SecretVaultError) {
        let roomFolder = folder(of: room)
        try Self.reporting {
            try Self.erase(roomFolder.appending(path: activity.text))
            guard FileManager.default.fileExists(atPath: roomFolder.path) else { return }
            try Self.syncFolder(roomFolder)
        }
    }

    private func folder(of room: Room.ID) -> URL {
        folder.appending(path: room.text, directoryHint: .isDirectory)
    }
}

// MARK: - Files

extension FileSecretVault {
    private struct Fault: Error {
        let reason: String

        static func last(_ deed: String) -> Fault {
            Fault(reason: "\(deed): \(String(cString: strerror(errno)))")
        }
    }

    private static func reporting<Result>(
        _ work: () throws -> Result
    ) throws(SecretVaultError) -> Result {
        do {
            return try work()
        } catch let fault as Fault {
            throw SecretVaultError(reason: fault.reason)
        } catch {
            throw SecretVaultError(reason: "\(error)")
        }
    }

    /// Writes a file of its own and waits for the disk.
    private static func write(_ bytes: [UInt8], to file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault.last("open") }
        defer { close(descriptor) }
        try put(bytes, into: descriptor)
    }

    private static func put(_ bytes: [UInt8], into descriptor: CInt) throws {
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Fault.last("write")
        }
        guard fsync(descriptor) == 0 else { throw Fault.last("fsync") }
    }

    /// Overwrites a file in place, waits for the disk and unlinks it; a missing one is no error.
    private static func erase(_ file: URL) throws {
        let descriptor = open(file.path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw Fault.last("open")
        }
        defer { close(descriptor) }
        try put([UInt8](repeating: 0, count: ActivitySecret.length), into: descriptor)
        guard unlink(file.path) == 0 else { throw Fault.last("unlink") }
    }

    /// Waits until the names in `folder` are on the disk.
    private static func syncFolder(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Fault.last("open folder") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Fault.last("fsync folder") }
    }
}
