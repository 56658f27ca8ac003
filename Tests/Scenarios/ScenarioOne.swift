package import Workshop

/// Twelve landlords, forty-two people, one video call: who is there, and what each seat answers.
///
/// Seats are numbered from 0; the number is only the test's own name for a client. Every rule and
/// every count comes from the script of the scenario, step S1.
package enum ScenarioOne {
    /// The title of the room.
    package static let title = "Attributions : vers une feuille de route commune"

    /// The organisations to choose from when joining, in order.
    package static let organisations = [
        "Habitat Brindille", "Logis du Méandre", "Office de Valfictif", "Toit & Tilleul",
        "Foyer des Sept Marches", "Coopérative Pierre-Feinte", "Maisons d'Aubeclaire",
        "Société Grand-Palier", "Office de Montimagine", "Habitat Lanterne",
        "Les Résidences du Hanneton", "Clés de Sauvelune",
    ]

    /// The colleges to choose from when joining, in order.
    package static let colleges = ["attribution", "direction", "informatique"]

    /// How many people take a seat in all.
    package static let seats = 0..<42

    /// Those who are there when the room opens; the others come three minutes later.
    package static let earlySeats = 0..<38

    /// The index of the organisation that `seat` chooses.
    package static func organisation(of seat: Int) -> Int {
        seat % 12
    }

    /// The index of the college that `seat` chooses.
    package static func college(of seat: Int) -> Int {
        if seat % 11 == 3 { return 2 }
        return seat % 3 == 1 ? 1 : 0
    }

    /// Notes of at most this many on the wall for one seat.
    package static let notesPerSeat = 4
}

// MARK: - The wall

extension ScenarioOne {
    /// One row of `notes-attributions.csv`.
    package struct Row: Sendable {
        /// `A001` to `A148`.
        package let id: String
        package let text: String
        /// The answer key for clusters: never posted; `none` for a note that is off topic.
        package let theme: String
        /// Who posts it in silent writing (S1.13).
        package let seat: Int
    }

    /// The 148 notes, in typing order.
    package static let rows: [Row] = {
        let text = String(decoding: PackageResources.notes_attributions_csv, as: UTF8.self)
        return CSVReader.rows(in: text).dropFirst().enumerated().map { index, fields in
            Row(id: fields[0], text: fields[1], theme: fields[2], seat: index % seats.count)
        }
    }()

    /// The wall of S1.13: silent writing, anonymous, four notes a seat.
    package static let wall = try! WallDesign(
        title: "Vos idées",
        sections: ["Idées"],
        writing: .silent,
        identity: .anonymous,
        notesPerSeat: notesPerSeat
    )
}
