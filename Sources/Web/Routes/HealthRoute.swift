import Hummingbird
import Storage

/// Whether the book answers: for a watchman, and for the park's proxy. It says nothing of what is in the book.
struct HealthRoute {
    private let presenter: Presenter

    init(_ presenter: Presenter) { self.presenter = presenter }

    func add(to router: Router<VisitContext>) {
        let store = presenter.book.store
        router.get("/health") { _, _ in
            let isWell = await (try? store.read { reading in try reading.change(number: 1) != nil }) ?? false
            var response = Response(
                status: isWell ? .ok : .serviceUnavailable,
                body: .init(byteBuffer: ByteBuffer(string: isWell ? #"{"status":"ok"}"# : #"{"status":"failing"}"#)))
            response.headers[.contentType] = "application/json"
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }
}
