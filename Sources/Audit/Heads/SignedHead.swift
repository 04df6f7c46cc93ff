package import Storage

/// How the log stood at a moment: the newest entry and its hash, signed. Who keeps it elsewhere can tell later whether
/// everything up to that entry is still there and still the same.
package struct SignedHead: Sendable, Equatable {
    package let sequence: Int
    let hash: [UInt8]
    package let at: Instant
    let publicKey: [UInt8]
    let signature: [UInt8]

    init(_ head: (sequence: Int, hash: [UInt8]), at instant: Instant, by key: SigningKey) {
        sequence = head.sequence
        hash = head.hash
        at = instant
        publicKey = key.publicBytes
        signature = key.sign(Self.statement(head.sequence, head.hash, instant, key.publicBytes))
    }

    var isGenuine: Bool {
        SigningKey.verifies(signature, of: Self.statement(sequence, hash, at, publicKey), by: publicKey)
    }

    private static func statement(_ sequence: Int, _ hash: [UInt8], _ at: Instant, _ key: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes("MAH1")
        canonical.append(sequence)
        canonical.append(hash)
        canonical.append(at.milliseconds)
        canonical.append(key)
        return canonical.bytes
    }
}

/// A key that begins to sign, vouched for by the key before it; the first one vouches for itself.
struct SignedKey: Equatable {
    let publicKey: [UInt8]
    let signature: [UInt8]

    init(_ key: SigningKey, vouchedForBy previous: SigningKey?) {
        publicKey = key.publicBytes
        let previous = previous ?? key
        signature = previous.sign(Self.statement(key.publicBytes, previous.publicBytes))
    }

    func isVouchedFor(by previous: [UInt8]?) -> Bool {
        let previous = previous ?? publicKey
        return SigningKey.verifies(signature, of: Self.statement(publicKey, previous), by: previous)
    }

    private static func statement(_ key: [UInt8], _ previous: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes("MAK1")
        canonical.append(key)
        canonical.append(previous)
        return canonical.bytes
    }
}

/// One line of the file of heads.
enum HeadsLine: Equatable {
    case key(SignedKey)
    case head(SignedHead)

    /// `key PUBLIC SIGNATURE`, or `head SEQUENCE HASH MILLISECONDS PUBLIC SIGNATURE`; nothing where it is neither.
    init?(_ line: Substring) {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard let last = words.last, let signature = Hex.bytes(last, count: SigningKey.signatureLength) else { return nil }
        switch (words[0], words.count) {
        case ("key", 3):
            guard let key = Hex.bytes(words[1], count: SigningKey.publicLength) else { return nil }
            self = .key(SignedKey(publicKey: key, signature: signature))
        case ("head", 6):
            guard let sequence = Int(words[1]), let hash = Hex.bytes(words[2], count: SHA256.length),
                let milliseconds = Int(words[3]), let key = Hex.bytes(words[4], count: SigningKey.publicLength)
            else { return nil }
            self = .head(
                SignedHead(
                    sequence: sequence, hash: hash, at: Instant(milliseconds: milliseconds), publicKey: key,
                    signature: signature))
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .key(let key): "key \(Hex.text(key.publicKey)) \(Hex.text(key.signature))"
        case .head(let head):
            "head \(head.sequence) \(Hex.text(head.hash)) \(head.at.milliseconds) \(Hex.text(head.publicKey)) "
                + Hex.text(head.signature)
        }
    }
}

extension SignedKey {
    fileprivate init(publicKey: [UInt8], signature: [UInt8]) {
        self.publicKey = publicKey
        self.signature = signature
    }
}

extension SignedHead {
    fileprivate init(sequence: Int, hash: [UInt8], at: Instant, publicKey: [UInt8], signature: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
        self.at = at
        self.publicKey = publicKey
        self.signature = signature
    }
}
