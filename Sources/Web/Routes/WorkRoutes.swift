import Hummingbird
import Registers
import Storage

/// What waits for whoever looks, and what is late in the park.
struct WorkRoutes {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let presenter = presenter
        router.get("/work") { request, context in
            try await presenter.show(request, context, to: .everybody) { try WorkPage($0, $1, $2) }
        }
        router.get("/work/live") { _, context in LiveWork(presenter: presenter, guest: context.guest).response() }
        router.get("/calendar/:token") { request, context in
            try await CalendarFile(presenter: presenter, token: context.parameters.require("token")).response(request)
        }
        router.get("/work/late") { request, context in
            try await presenter.show(request, context) { try LatePage($0, $1, $2) }
        }
    }
}
