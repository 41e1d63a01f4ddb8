/// A page: a plain model, made from what the book says, and its view. It holds everything that it shows and asks nobody.
protocol Page: Sendable {
    /// Where it belongs in the menu.
    var room: Frame.Room { get }
    /// What the browser's window is called.
    func title(_ visit: Visit) -> String
    /// What stands inside the frame.
    func body(_ visit: Visit) -> HTML
}
