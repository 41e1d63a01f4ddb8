import Synchronization

/// The figures that were computed and may be given again.
public final class FigureMemory: Sendable {
    public init() {}
}
