/// One participant's place in a room, held by whoever knows its secret token.
package struct Seat: Hashable, Sendable {
    package typealias ID = Identifier<Seat>

    /// Derived from the token, so that a join sent twice names the same seat.
    package let id: ID
    package let token: SecretDigest
    /// What the person chose to be called, or a pseudonym; not unique.
    package let name: String
    /// Index into ``RoomDesign/organisations``; `nil` when the person gave none.
    package let organisation: Int?
    /// Index into ``RoomDesign/colleges``; `nil` when the person gave none.
    package let college: Int?

    package init(id: ID, token: SecretDigest, name: String, organisation: Int?, college: Int?) {
        self.id = id
        self.token = token
        self.name = name
        self.organisation = organisation
        self.college = college
    }
}
