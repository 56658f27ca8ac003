import HTTPTypes
import Workshop

/// The paths of section 7 of `Docs/Protocol.md`.
enum Route: Hashable {
    case home
    case page(PageKind, JoinCode)
    case asset(String)
    case rooms
    case room(JoinCode)
    case qrCode(JoinCode)
    case links(JoinCode)
    case export(ExportFormat, JoinCode)
    case health, ready, metrics
    /// A path for people whose last part cannot be a code.
    case noSuchRoom

    enum ExportFormat: Hashable {
        case json, csv
    }

    /// Reads a path; `nil` when nothing lives there.
    init?(path: String) {
        let path = path.prefix { $0 != "?" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        switch parts.first {
        case nil: self = .home
        case "assets", "favicon.svg": self = .asset(String(path))
        case "health" where parts.count == 1: self = .health
        case "ready" where parts.count == 1: self = .ready
        case "metrics" where parts.count == 1: self = .metrics
        case "api": self.init(api: parts.dropFirst())
        case .some(let first): self.init(person: first, parts.dropFirst())
        }
    }

    private init?(api parts: ArraySlice<String>) {
        let parts = Array(parts)
        guard parts.first == "rooms", parts.count <= 3 else { return nil }
        guard parts.count > 1 else {
            self = .rooms
            return
        }
        guard let code = JoinCode(typed: parts[1]) else {
            self = .noSuchRoom
            return
        }
        switch parts.count == 2 ? "" : parts[2] {
        case "": self = .room(code)
        case "links": self = .links(code)
        case "qr.svg": self = .qrCode(code)
        case "export.json": self = .export(.json, code)
        case "export.csv": self = .export(.csv, code)
        default: return nil
        }
    }

    private init?(person first: String, _ rest: ArraySlice<String>) {
        let kind: PageKind
        switch rest.first {
        case nil: kind = .participant
        case "facilitate": kind = .facilitator
        case "display": kind = .display
        case "guest": kind = .guest
        case .some: return nil
        }
        guard rest.count <= 1 else { return nil }
        // Words that could not be a mistyped code (favicon.ico, robots.txt) are no rooms.
        guard !first.contains(".") else { return nil }
        self = JoinCode(typed: first).map { .page(kind, $0) } ?? .noSuchRoom
    }

    /// The methods that the path answers, HEAD apart.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .rooms: [.post]
        case .home, .page, .asset, .room, .qrCode, .links, .export, .health, .ready, .metrics,
            .noSuchRoom:
            [.get]
        }
    }
}
