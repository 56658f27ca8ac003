/// A session at a room's door, with the name of its tab (P6).
package struct Visitor: Sendable {
    let session: Session
    let client: String
}
