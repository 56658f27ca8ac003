import HTTPTypes

/// What every answer tells the browser not to do.
enum SecurityHeaders {
    /// Nothing but our own files, no inline script or style, and no text that becomes markup
    /// (Content Security Policy Level 3, Trusted Types).
    static let contentPolicy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'",
        "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].joined(separator: "; ")

    /// The fields of every answer; links carry join codes, so no address is told to anybody.
    static let fields: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, contentPolicy),
        (.xContentTypeOptions, "nosniff"),
        (HTTPField.Name("Referrer-Policy")!, "no-referrer"),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
        (
            HTTPField.Name("Permissions-Policy")!,
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        ),
        (HTTPField.Name("X-Frame-Options")!, "DENY"),
    ]

    static func apply(to head: inout HTTPResponse) {
        for (name, value) in fields {
            head.headerFields[name] = value
        }
        if head.headerFields[.cacheControl] == nil {
            head.headerFields[.cacheControl] = "no-store"
        }
    }
}
