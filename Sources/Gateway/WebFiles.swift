/// The built pages, held in memory with their compressed forms.
package struct WebFiles: Sendable {
    private let files: [String: WebFile]

    /// - Throws: ``MissingPage`` when a page is not among `files`, whose keys are their paths.
    package init(_ files: [String: WebFile]) throws(MissingPage) {
        for page in PageKind.allCases where files[page.path] == nil {
            throw MissingPage(path: page.path)
        }
        self.files = files
    }

    subscript(path: String) -> WebFile? { files[path] }

    subscript(page: PageKind) -> WebFile { files[page.path]! }

    /// The pages were not built, or not all.
    package struct MissingPage: Error {
        package let path: String
    }
}

/// One file of the build.
package struct WebFile: Sendable {
    package let type: String
    package let plain: [UInt8]
    package let brotli: [UInt8]?
    package let gzip: [UInt8]?
    /// Names the content, without quotes: the same bytes have the same tag.
    package let tag: String

    package init(type: String, plain: [UInt8], brotli: [UInt8]?, gzip: [UInt8]?, tag: String) {
        self.type = type
        self.plain = plain
        self.brotli = brotli
        self.gzip = gzip
        self.tag = tag
    }
}

/// The pages that people open.
package enum PageKind: Hashable, Sendable, CaseIterable {
    case home, participant, facilitator, display, guest

    /// Where the build keeps the page.
    var path: String {
        switch self {
        case .home: "/index.html"
        case .participant: "/participant.html"
        case .facilitator: "/facilitate.html"
        case .display: "/display.html"
        case .guest: "/guest.html"
        }
    }
}
