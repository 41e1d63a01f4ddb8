import Crypto
import CryptoExtras
import Foundation
import Storage

/// What is kept of a password: its scrypt hash with the salt and the costs it was made with, never the password.
///
/// scrypt with N = 2^15, r = 8, p = 3 (RFC 7914) takes 32 MB and a moment; the costs stand in the text, so that
/// they can rise without anybody having to choose a new password.
public struct Password: Sendable, Hashable {
    /// What scrypt is to cost.
    public struct Cost: Sendable, Hashable {
        /// The binary logarithm of N.
        public var log2N: Int
        /// The block size.
        public var r: Int
        /// How many times it is done.
        public var p: Int

        public init(log2N: Int, r: Int, p: Int) {
            self.log2N = log2N
            self.r = r
            self.p = p
        }

        /// What new passwords get.
        public static let usual = Cost(log2N: 15, r: 8, p: 3)
        /// The most that is believed of a stored text: it bounds the memory that a spoiled book could ask for.
        static let most = Cost(log2N: 20, r: 16, p: 16)

        var isSound: Bool { (10...Cost.most.log2N).contains(log2N) && (1...Cost.most.r).contains(r) && (1...Cost.most.p).contains(p) }
    }

    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password under a salt of its own. It takes a while: never on a thread that answers pages.
    public init(_ plain: String, cost: Cost = .usual) throws {
        self.cost = cost
        salt = Secret.random(16)
        hash = try Password.hash(plain, salt, cost)
    }

    /// Reads what was kept; nil where it is no such text.
    public init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let log2N = Int(parts[1]), let r = Int(parts[2]), let p = Int(parts[3]),
            let salt = Data(base64Encoded: String(parts[4])), let hash = Data(base64Encoded: String(parts[5])), salt.count >= 16, hash.count == 32
        else { return nil }
        cost = Cost(log2N: log2N, r: r, p: p)
        guard cost.isSound else { return nil }
        self.salt = [UInt8](salt)
        self.hash = [UInt8](hash)
    }

    /// `scrypt$15$8$3$salt$hash`, salt and hash in Base64.
    public var stored: String {
        "scrypt$\(cost.log2N)$\(cost.r)$\(cost.p)$\(Data(salt).base64EncodedString())$\(Data(hash).base64EncodedString())"
    }

    /// Whether it was made with less than what new ones get, and should be made anew when it is next typed.
    public var isWeak: Bool { cost != .usual }

    /// Whether a password is the one. It takes as long as hashing it, and equally long for every wrong one.
    public func matches(_ plain: String) throws -> Bool {
        Secret.same(try Password.hash(plain, salt, cost), hash)
    }

    /// Full-width letters and composed characters are one however they were typed (NFKC), or a password that was set on one
    /// keyboard would be wrong on another.
    static func hash(_ plain: String, _ salt: [UInt8], _ cost: Cost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(plain.precomposedStringWithCompatibilityMapping.utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.log2N,
            blockSize: cost.r, parallelism: cost.p)
        return key.withUnsafeBytes { [UInt8]($0) }
    }
}
