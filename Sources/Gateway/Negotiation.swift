import HTTPTypes
import Workshop

extension WebFile {
    /// One form of the file.
    struct Form {
        let bytes: [UInt8]
        /// The content coding; `nil` for the plain form.
        let name: String?
        /// Tells the forms apart in their entity tags (RFC 9110 §8.8.3).
        let suffix: String
    }

    /// The smallest form that `accepted` (RFC 9110 §12.5.3) allows.
    func best(for accepted: String) -> Form {
        let codings = accepted.split(separator: ",").map { item in
            item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
        }
        let allowed = Set(codings.filter { !Self.isRefused($0) }.compactMap(\.first))
        if let brotli, allowed.contains("br") {
            return Form(bytes: brotli, name: "br", suffix: "-br")
        }
        if let gzip, allowed.contains("gzip") {
            return Form(bytes: gzip, name: "gzip", suffix: "-gz")
        }
        return Form(bytes: plain, name: nil, suffix: "")
    }

    /// Whether a coding comes with a weight of zero: `q=0`, `q=0.0` (RFC 9110 §12.4.2).
    private static func isRefused(_ coding: [String]) -> Bool {
        coding.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
    }
}

extension String? {
    /// The first of our languages in an `Accept-Language` field; French when there is none.
    var preferredLanguage: RoomDesign.Language {
        for item in (self ?? "").split(separator: ",") {
            let tag = item.drop { $0 == " " }.lowercased()
            if tag.hasPrefix("fr") { return .french }
            if tag.hasPrefix("en") { return .english }
        }
        return .french
    }
}

extension Route {
    /// The value of `Allow` (RFC 9110 §10.2.1).
    var allowed: String {
        let names = methods.map(\.rawValue)
        return (names + (methods.contains(.get) ? ["HEAD"] : [])).joined(separator: ", ")
    }
}
