/// A number that names one `Entity`, and cannot be passed where another entity's name is expected.
///
/// The phantom parameter costs nothing at run time: the layout is one `UInt64`. Numbers are random
/// and made by whoever creates the entity, so that a command sent twice names the same thing.
package struct Identifier<Entity>: Hashable, Sendable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) {
        self.rawValue = rawValue
    }
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}
