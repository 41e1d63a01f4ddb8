/// A firm that makes a product, with what it made by year, in hundredths of the product's unit and of 万元.
struct Producer {
    struct Year {
        var quantity: Int64
        var value: Int64
    }

    let product: String
    let enterprise: String
    var years: [Int: Year]
}
