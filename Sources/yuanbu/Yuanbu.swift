import ArgumentParser
import Foundation
import Registers
import Storage

/// The door: one command a file in `Commands/`. Exit 0 done, 1 refused or invalid, 2 wrong usage.
@main
struct Yuanbu: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "yuanbu",
        abstract: "园簿：产业园区管委会的工作簿。The book of an industrial park's committee.",
        subcommands: [
            InitCommand.self, CheckCommand.self, PlanCommand.self, ApplyCommand.self, ImportCommand.self, ExportCommand.self, CompareCommand.self,
            FillCommand.self,
            VerifyCommand.self, FigureCommand.self, FiguresCommand.self, QualityCommand.self, ReportCommand.self, ReconcileCommand.self,
            DraftCommand.self, ConfirmCommand.self, RehearseCommand.self, ReleaseCommand.self, EditionsCommand.self, WithdrawCommand.self,
            RedactCommand.self,
            RegistersCommand.self,
            ServeCommand.self, OfficersCommand.self,
        ])

    static func main() async {
        // A pipe that closes early ends the output, not the work that was under way.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Terminal.complain(failure.text)
            Foundation.exit(1)
        } catch {
            if let said = Terminal.words(for: error) {
                Terminal.complain(said)
                Foundation.exit(1)
            }
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code.isSuccess {
                print(text)
                Foundation.exit(0)
            }
            Terminal.complain(text)
            Foundation.exit(code == .validationFailure ? 2 : 1)
        }
    }
}

/// A command that ends with exit 1 and this text.
struct Failure: Error {
    var text: String
    init(_ text: String) { self.text = text }
}
