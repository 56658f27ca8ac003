import Foundation

/// The files of the repository, as the tidy tests see them.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file under version control, by its path from the root.
    struct File {
        let path: String

        var name: String { String(path.split(separator: "/").last ?? "") }

        func text() throws -> String {
            try String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)
        }

        func lines() throws -> [Substring] {
            try text().split(separator: "\n", omittingEmptySubsequences: false)
        }
    }

    /// Folders that hold what others wrote or what a build made.
    private static let foreign: Set<String> = [
        ".git", ".build", ".venv", "node_modules", "build", "data",
    ]

    /// Every file below `folder` whose name ends with one of `endings`, in alphabetical order.
    static func files(in folder: String = "", endings: [String]) -> [File] {
        let start = root.appendingPathComponent(folder)
        guard
            let walker = FileManager.default.enumerator(
                at: start,
                includingPropertiesForKeys: nil
            )
        else { return [] }
        var paths: [String] = []
        for case let url as URL in walker {
            if foreign.contains(url.lastPathComponent) { walker.skipDescendants() }
            let path = url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count)
            if endings.contains(where: path.hasSuffix) {
                paths.append(String(path.drop { $0 == "/" }))
            }
        }
        return paths.sorted().map { File(path: $0) }
    }

    static var swiftFiles: [File] {
        (files(in: "Sources", endings: [".swift"]) + files(in: "Tests", endings: [".swift"]))
    }
}
