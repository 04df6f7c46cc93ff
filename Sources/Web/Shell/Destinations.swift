import Accounts

/// What stands in the navigation for a role.
struct Destination: Sendable {
    let role: Role
    let label: String
    let path: Path
}

enum Destinations {
    static let all = [
        Destination(role: .coach, label: "frame.groups", path: .groups),
        Destination(role: .administrator, label: "frame.staff-list", path: .staff),
    ]
}
