/// What the first number of a list, and that of a sentence, is of: whoever it belongs to owns what follows it.
struct Leads {
    private var ofList: String?
    private var ofSentence: String?

    /// Gives a number those that stand before it, and takes it for one where it begins something.
    mutating func pass(_ stated: inout Stated, isListed: Bool, isScoped: Bool) {
        guard stated.frame.isLevel else { return stated.leads = [ofList, ofSentence].compactMap { $0 } }
        // 园区 or 全市 at its head says anew whose it is.
        if isScoped { (ofList, ofSentence) = (nil, nil) }
        if !isListed { ofList = nil }
        stated.leads = [ofList, ofSentence].compactMap { $0 }
        // Of counts each thing has a name of its own: 新增规上企业5家、高新技术企业3家.
        guard !stated.subject.isEmpty, !stated.quantity.unit.isCount else { return }
        if ofList == nil { ofList = stated.subject }
        if ofSentence == nil { ofSentence = stated.subject }
    }
}
