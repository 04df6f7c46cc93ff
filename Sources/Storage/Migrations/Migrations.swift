/// The whole schema, in the order in which it grew.
enum Migrations {
    static let all = [accounts, audit, learning, coaching, mandates, reactions, auditor, check, contact]
}
