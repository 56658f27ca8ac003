/// What one Unicode scalar is to a word.
enum Letter {
    /// A letter, digit or accent: how it reads in lower case, and without what stands above and
    /// below it.
    case letter(lower: Unicode.Scalar, plain: Plain)
    case dash
    case apostrophe
    case boundary

    enum Plain {
        case scalar(Unicode.Scalar)
        /// Two letters written as one: œ, æ, ß.
        case pair(String)
        /// An accent of its own, as decomposed text has them.
        case nothing
    }

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39:
            self = .letter(lower: scalar, plain: .scalar(scalar))
        case 0x41...0x5A:
            let lower = Unicode.Scalar(UInt8(scalar.value) + 0x20)
            self = .letter(lower: lower, plain: .scalar(lower))
        case 0x27, 0x2019, 0x02BC: self = .apostrophe
        case 0x2D: self = .dash
        case 0x00...0x7F: self = .boundary
        case Self.latin: self = Self.latinLetters[Int(scalar.value - Self.latin.lowerBound)]
        case _: self = Letter(other: scalar)
        }
    }

    private init(other scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if properties.generalCategory == .nonspacingMark {
            self = .letter(lower: scalar, plain: .nothing)
        } else if properties.isAlphabetic || properties.numericType != nil {
            let mapped = properties.lowercaseMapping.unicodeScalars
            let lower = mapped.count == 1 ? mapped[mapped.startIndex] : scalar
            self = .letter(lower: lower, plain: .scalar(lower))
        } else {
            self = .boundary
        }
    }

    /// Latin-1 Supplement and Latin Extended-A: every letter of French and of most of its
    /// neighbours.
    private static let latin: ClosedRange<UInt32> = 0xC0...0x17F

    private static let latinLetters: [Letter] = {
        let families: [(String, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"),
            ("h", "ĥħ"), ("i", "ìíîïĩīĭį"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşš"), ("t", "ţťŧ"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"),
            ("y", "ýÿŷ"), ("z", "źżž"),
        ]
        var bases: [Unicode.Scalar: Plain] = ["œ": .pair("oe"), "æ": .pair("ae"), "ß": .pair("ss")]
        for (base, family) in families {
            for scalar in family.unicodeScalars {
                bases[scalar] = .scalar(base.unicodeScalars.first!)
            }
        }
        return latin.map { value in
            let scalar = Unicode.Scalar(value)!
            guard case .letter(let lower, let plain) = Letter(other: scalar) else {
                return .boundary
            }
            return .letter(lower: lower, plain: bases[lower] ?? plain)
        }
    }()
}

extension String {
    mutating func append(_ plain: Letter.Plain) {
        switch plain {
        case .scalar(let scalar): unicodeScalars.append(scalar)
        case .pair(let pair): self += pair
        case .nothing: return
        }
    }
}
