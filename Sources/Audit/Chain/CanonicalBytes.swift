import Storage

/// What is hashed or signed, as bytes that can be read in one way only.
///
/// A tag of four letters says what follows and in which version. Then come fields, each as its length in two bytes and
/// its bytes: texts in UTF-8, whole numbers as eight bytes, the highest first. A field that is absent has the length
/// FFFF and no bytes, so it differs from an empty one; FFFE is followed by the length in eight bytes, for what is longer.
struct CanonicalBytes {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    init(_ tag: StaticString) {
        self.init()
        begin(tag)
    }

    mutating func begin(_ tag: StaticString) {
        bytes.removeAll(keepingCapacity: true)
        tag.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Int) {
        append(length: 8)
        append(plain: UInt64(bitPattern: Int64(number)))
    }

    mutating func append(_ text: String?) {
        guard var text else { return append(nil as UnsafeRawBufferPointer?) }
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(_ blob: [UInt8]?) {
        guard let blob else { return append(nil as UnsafeRawBufferPointer?) }
        blob.withUnsafeBytes { append($0) }
    }

    mutating func append(_ field: UnsafeRawBufferPointer?) {
        guard let field else { return append(mark: .max) }
        append(length: field.count)
        if !field.isEmpty { bytes.append(contentsOf: field) }
    }

    private mutating func append(length: Int) {
        if length < 0xFFFE { return append(mark: UInt16(length)) }
        append(mark: 0xFFFE)
        append(plain: UInt64(length))
    }

    private mutating func append(mark: UInt16) {
        bytes.append(UInt8(mark >> 8))
        bytes.append(UInt8(mark & 0xFF))
    }

    private mutating func append(plain number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
