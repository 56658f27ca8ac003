import Workshop

/// An electorate as papers write it: how many voters have which order of preference.
struct Profile: Sendable {
    let options: String
    let ballots: [(count: Int, order: String)]

    /// A letter for each option, and numbers of voters with what they prefer.
    ///
    /// Best first; what is missing comes last.
    init(_ options: String, _ ballots: [(Int, String)]) {
        self.options = options
        self.ballots = ballots
    }

    /// The options by number, of every voter.
    var orders: [[Int]] {
        let letters = Array(options)
        return ballots.flatMap { count, order in
            Array(repeating: order.map { letters.firstIndex(of: $0)! }, count: count)
        }
    }

    /// What a poll makes of it.
    var result: PollResult {
        var stage = Stage.asking(.ranking(options.count), seats: orders.count)
        for (seat, order) in orders.enumerated() { try! stage.vote(seat, .ranking(order)) }
        return stage.result()!
    }

    var schulze: Schulze {
        guard case .ranking(_, let schulze) = result.outcome else { preconditionFailure() }
        return schulze
    }

    var borda: BordaCount {
        guard case .ranking(let borda, _) = result.outcome else { preconditionFailure() }
        return borda
    }
}

extension [Int] {
    /// The letters of `options` with rank 1, then 2, and so on; tied ones side by side.
    func order(of options: String) -> [String] {
        Set(self).sorted().map { rank in
            String(zip(options, self).filter { $0.1 == rank }.map(\.0))
        }
    }
}
