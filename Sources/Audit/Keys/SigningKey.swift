import CSodium
import Storage

/// An Ed25519 key: one half is secret and signs, and with the other everybody can see that it did.
package struct SigningKey: Sendable {
    /// The 32 secret bytes that everything else follows from.
    let seed: [UInt8]
    private let secret: [UInt8]
    package let publicBytes: [UInt8]

    /// - Parameter seed: 32 bytes.
    package init(seed: [UInt8]) {
        Sodium.ensureReady()
        self.seed = seed
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_secretkeybytes()))
        var publicBytes = [UInt8](repeating: 0, count: Self.publicLength)
        crypto_sign_seed_keypair(&publicBytes, &secret, seed)
        (self.secret, self.publicBytes) = (secret, publicBytes)
    }

    package static let publicLength = 32
    package static let signatureLength = 64

    package static func random() -> SigningKey { SigningKey(seed: Sodium.random(32)) }

    /// The half that others know, in hexadecimal digits.
    package var name: String { Hex.text(publicBytes) }

    package func sign(_ bytes: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Self.signatureLength)
        crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
        return signature
    }

    package static func verifies(_ signature: [UInt8], of bytes: [UInt8], by publicBytes: [UInt8]) -> Bool {
        Sodium.ensureReady()
        guard signature.count == signatureLength, publicBytes.count == publicLength else { return false }
        return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), publicBytes) == 0
    }
}
