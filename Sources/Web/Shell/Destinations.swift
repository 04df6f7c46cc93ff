import Accounts

/// What stands in the navigation for a role.
struct Destination: Sendable {
    let role: Role
    let label: String
    let path: Path
}

enum Destinations {
    static let all = [
        Destination(role: .learner, label: "frame.help", path: .help),
        Destination(role: .helper, label: "frame.helper-desk", path: .helperDesk),
        Destination(role: .coordinator, label: "frame.coordination", path: .coordination),
        Destination(role: .coordinator, label: "frame.desk", path: .desk),
        Destination(role: .coordinator, label: "frame.groups", path: .groups),
        Destination(role: .coach, label: "frame.groups", path: .groups),
        Destination(role: .coach, label: "frame.desk", path: .desk),
        Destination(role: .author, label: "frame.authors", path: .authors),
        Destination(role: .administrator, label: "frame.staff-list", path: .staff),
        Destination(role: .auditor, label: "frame.audit-log", path: .auditLog),
    ]
}
