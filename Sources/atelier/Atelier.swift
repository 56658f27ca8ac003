import ArgumentParser

/// The command: one program, everything in it.
@main
struct Atelier: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "atelier",
        abstract: "Live workshops: votes and walls that everyone sees move.",
        subcommands: [Serve.self],
        defaultSubcommand: Serve.self
    )
}
