/// Names for people who give none: an animal and a number, easy to say and to tell apart.
package enum Pseudonym {
    private static let french = [
        "Loutre", "Mésange", "Renard", "Hérisson", "Martinet", "Belette", "Chamois", "Grèbe",
        "Libellule", "Merle", "Pinson", "Salamandre", "Tortue", "Écureuil", "Héron", "Lynx",
    ]
    private static let english = [
        "Otter", "Robin", "Fox", "Hedgehog", "Swift", "Weasel", "Ibex", "Grebe",
        "Dragonfly", "Blackbird", "Finch", "Salamander", "Tortoise", "Squirrel", "Heron", "Lynx",
    ]

    /// The name of `seat`: always the same for the same seat and language.
    ///
    /// 16 animals × 900 numbers: in a room of 42 two people share a name in one case of 17.
    package static func name(of seat: Seat.ID, in language: RoomDesign.Language) -> String {
        let animals =
            switch language {
            case .french: french
            case .english: english
            }
        let number = 100 + (seat.rawValue / UInt64(animals.count)) % 900
        return "\(animals[Int(seat.rawValue % UInt64(animals.count))]) \(number)"
    }
}
