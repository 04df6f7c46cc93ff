import Audit
package import Courseware
package import Storage

/// What Meedoen states about a mandate that holds, for who wants to verify it without asking: who helps whom, with what,
/// and how long.
///
/// `sub` is who acts, and `represents` is the citizen: in the direction of the Dutch profile of OpenID Connect (OIDC
/// NLGOV, "Representation Relationships"), so that who does not know `represents` never takes the helper for the citizen.
/// `mandate` holds what EUDI asks of an attestation of representation (RP_01): the nature, the operations and the time
/// within which they may be done; and by whom it can be revoked (RP_02). There are no names in it, and both sides have a
/// pseudonym that differs from mandate to mandate.
///
/// The names of the claims are those of RFC 7519 and of the profile; the others are ours, in snake case as theirs are.
package struct Statement: Sendable, Equatable, Codable {
    /// The address of the site that states it.
    package let iss: String
    package let sub: String
    package let subIdType: String
    package let represents: Represented
    /// When it was stated, from when it holds, and until when, as seconds since 1970 UTC.
    package let iat: Int
    package let nbf: Int
    package let exp: Int
    package let jti: String
    package let mandate: Agreed

    package struct Represented: Sendable, Equatable, Codable {
        package let sub: String
        package let subIdType: String
        package let iss: String
    }

    package struct Agreed: Sendable, Equatable, Codable {
        package let nature: String
        /// The same for people, in Dutch.
        package let natureText: String
        package let service: Named
        package let operations: [Named]
        package let revocableBy: [String]
        /// SHA-256 of the agreement, as it is printed.
        package let agreementSha256: String
        /// Where it can be asked whether it still holds.
        package let check: String
    }

    /// The name of something in our own lists, and what it is called in Dutch.
    package struct Named: Sendable, Equatable, Codable {
        package let id: String
        package let label: String
    }
}

extension Statement {
    /// From the Dutch profile of OpenID Connect.
    static let pseudonym = "urn:nl-eid-gdi:1.0:id:pseudonym"
    package static let nature = "assistance-agreement"
    static let natureText = "Afspraak over hulp binnen Meedoen. Geeft geen toegang tot een dienst van de overheid."

    /// - Parameters:
    ///   - issuer: the address of this site.
    ///   - check: the address at which the code is checked.
    package init(
        _ checked: CheckedMandate, _ service: Service?, issuer: String, check: String, id: Identifier<Statement>,
        at instant: Instant
    ) {
        let mandate = checked.mandate
        let words = service.map { $0.texts[$0.texts.source] }
        iss = issuer
        sub = Self.pseudonym(of: mandate.helper, checked.code)
        subIdType = Self.pseudonym
        represents = Represented(
            sub: Self.pseudonym(of: mandate.citizen, checked.code), subIdType: Self.pseudonym, iss: issuer)
        iat = instant.seconds
        nbf = (mandate.agreedAt ?? mandate.offeredAt).seconds
        exp = mandate.validUntil.seconds
        jti = id.rawValue
        self.mandate = Agreed(
            nature: Self.nature, natureText: Self.natureText,
            service: Named(id: mandate.service.rawValue, label: words?.title ?? mandate.service.rawValue),
            operations: mandate.scope.map { act in
                Named(id: act.rawValue, label: words?.acts.first { $0.id == act }?.label ?? act.rawValue)
            }, revocableBy: ["represented", "representative"], agreementSha256: mandate.textHash, check: check)
    }

    /// The same for a person in every statement about one mandate, and another in the next. It is made with the code, so
    /// that nobody can find out who it is who does not have the paper and the person's id as well.
    private static func pseudonym(of account: AccountID, _ code: CheckCode) -> String {
        let hash = SHA256.digest(of: Array("meedoen-pseudonym\n\(code.rawValue)\n\(account.rawValue)".utf8))
        return Base64URL.text(Array(hash.prefix(16)))
    }
}

extension Instant {
    /// Whole seconds; what is left over falls away, so nothing lives longer than it should.
    fileprivate var seconds: Int { milliseconds / 1000 }
}
