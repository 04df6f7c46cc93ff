import Storage

/// An entry as it stands in the database: people by their commitments, and chained to the entry before it.
///
/// `hash` is SHA-256 over the tag `MAE1`, the hash of the entry before (32 zero bytes for the first), and all other
/// columns in the order in which they stand here, as `CanonicalBytes`.
struct ChainedEntry {
    static let origin = [UInt8](repeating: 0, count: SHA256.length)

    let sequence: Int
    let at: Instant
    let actor: [UInt8]?
    let onBehalfOf: [UInt8]?
    let mandate: MandateID?
    let action: AuditAction
    let objectKind: String
    /// Nothing where the object is a person.
    let objectID: String?
    let objectPerson: [UInt8]?
    let subject: [UInt8]?
    let purpose: AuditPurpose
    let result: String
    let reason: String?
    let origin: AuditOrigin

    func hash(after previous: [UInt8]) -> [UInt8] {
        var canonical = CanonicalBytes("MAE1")
        canonical.append(previous)
        canonical.append(sequence)
        canonical.append(at.milliseconds)
        canonical.append(actor)
        canonical.append(onBehalfOf)
        canonical.append(mandate?.rawValue)
        canonical.append(action.rawValue)
        canonical.append(objectKind)
        canonical.append(objectID)
        canonical.append(objectPerson)
        canonical.append(subject)
        canonical.append(purpose.rawValue)
        canonical.append(result)
        canonical.append(reason)
        canonical.append(origin.rawValue)
        return SHA256.digest(of: canonical.bytes)
    }
}

extension ChainedEntry {
    /// - Parameter people: what stands in the log for everybody in the entry.
    init(_ entry: AuditEntry, sequence: Int, people: [AccountID: [UInt8]]) {
        self.sequence = sequence
        at = entry.at
        actor = entry.actor.flatMap { people[$0] }
        onBehalfOf = entry.onBehalfOf.flatMap { people[$0] }
        subject = entry.subject.flatMap { people[$0] }
        objectPerson = entry.personAsObject.flatMap { people[$0] }
        objectID = objectPerson == nil ? entry.object.id : nil
        mandate = entry.mandate
        action = entry.action
        objectKind = entry.object.kind
        purpose = entry.purpose
        switch entry.result {
        case .done: (result, reason) = ("done", nil)
        case .refused(let why): (result, reason) = ("refused", why)
        }
        origin = entry.origin
    }
}

extension AuditEntry {
    /// Everybody in it, each once.
    var people: [AccountID] {
        [actor, onBehalfOf, subject, personAsObject].reduce(into: []) { people, person in
            if let person, !people.contains(person) { people.append(person) }
        }
    }

    /// The account that the deed was done to, whatever it was called.
    fileprivate var personAsObject: AccountID? {
        for person in [subject, actor, onBehalfOf] where person?.rawValue == object.id { return person }
        return object.kind == "account" ? AccountID(rawValue: object.id) : nil
    }
}
