package import Storage

/// Who did what to whose data, when and why. Holds ids only: no names, no free text.
///
/// The fields of BIO2 8.15.01 are here as `action`, `object`, `result`, `origin`, `actor` and `at`. Of the Logboek
/// Dataverwerkingen `purpose` is its processing activity, `subject` its data subject (kept as a pseudonym), and `result`
/// its status. `onBehalfOf` and `mandate` are what the Dutch profile of OpenID Connect calls represents: the actor is
/// the one who acts, also where it is for somebody else.
package struct AuditEntry: Sendable, Equatable {
    /// Whether the deed was done, or refused and why.
    package enum Result: Sendable, Equatable {
        case done
        case refused(reason: String)
    }

    package var at: Instant
    /// Who did it; nothing where nobody was signed in.
    package var actor: AccountID?
    package var onBehalfOf: AccountID?
    package var mandate: MandateID?
    package var action: AuditAction
    package var object: AuditObject
    /// Whose data it is.
    package var subject: AccountID?
    package var purpose: AuditPurpose
    package var result: Result
    package var origin: AuditOrigin

    package init(
        _ action: AuditAction, _ object: AuditObject, at: Instant, by actor: AccountID?,
        about subject: AccountID? = nil, onBehalfOf: AccountID? = nil, mandate: MandateID? = nil,
        for purpose: AuditPurpose, result: Result = .done, origin: AuditOrigin = .web
    ) {
        self.at = at
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.mandate = mandate
        self.action = action
        self.object = object
        self.subject = subject
        self.purpose = purpose
        self.result = result
        self.origin = origin
    }
}

/// What was done, as `thing.deed`; each room adds its own: `extension AuditAction { static let … }`.
package struct AuditAction: Hashable, SQLText, ExpressibleByStringLiteral {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
}

/// What it was done to: `AuditObject("mandate", mandate.id.rawValue)`.
package struct AuditObject: Hashable, Sendable {
    package let kind: String
    package let id: String

    package init(_ kind: String, _ id: String) {
        self.kind = kind
        self.id = id
    }
}

/// Why data of a person was touched.
package enum AuditPurpose: String, SQLText, CaseIterable {
    case access
    case learning
    case coaching
    case mandate
    case administration
    case audit
}

/// Where the deed came in.
package enum AuditOrigin: String, SQLText, CaseIterable {
    case web
    case command
}
