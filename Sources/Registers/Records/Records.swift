import Storage

/// The one door to the records of a book: whoever reads or writes them comes with a permission.
///
/// It works inside the transactions of the store, so that several records are one change. What is wrong with a record is
/// thrown as `Invalid`, all of it at once; what is not allowed as `Refused`.
public struct Records: Sendable {
    public let book: Book
    public let permission: Permission

    public init(_ book: Book, _ permission: Permission) {
        self.book = book
        self.permission = permission
    }
}
