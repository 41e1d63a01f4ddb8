import Hummingbird
import NIOCore

/// What belongs to one request on its way through the door: where it comes from, and who it turned out to be.
struct VisitContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// Set by the gatekeeper before any page is made.
    var guest = Guest.nobody

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
