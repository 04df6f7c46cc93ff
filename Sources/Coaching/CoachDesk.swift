package import Accounts
package import Audit
package import Courseware
import Learning
package import Storage

/// What a coach does. A deed and its audit entry share one transaction.
package struct CoachDesk: Sendable {
    private let database: any Database
    private let registration: Registration
    private let world: World

    package init(database: any Database, registration: Registration, world: World) {
        self.database = database
        self.registration = registration
        self.world = world
    }

    /// Makes a group with this coach; the same form twice makes one.
    package func makeGroup(_ name: String, by coach: Account, form: GroupID) async throws -> Group {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw CoachingRefusal.nameMissing }
        guard name.count <= 100 else { throw CoachingRefusal.nameTooLong }
        guard let organisation = coach.organisation else { throw CoachingRefusal.organisationMissing }
        let group = Group(id: form, organisation: organisation, name: name)
        try await database.write { [world] connection in
            guard try GroupStore().insert(group, by: coach.id, at: world.now, on: connection) else { return }
            try AuditLog().append(
                AuditEntry(
                    .groupMade, AuditObject("group", group.id.rawValue), at: world.now, by: coach.id, for: .coaching),
                on: connection)
        }
        return group
    }

    /// Makes an account for a learner and puts it in the group; nothing where the coach may not see the group.
    package func addLearner(_ name: String, to group: GroupID, by coach: Account) async throws -> LoginCard? {
        guard let group = try await self.group(group, for: coach) else { return nil }
        return try await registration.registerLearner(name, by: coach) { [world] learner, connection in
            try GroupStore().add(learner, to: group.id, at: world.now, on: connection)
            try AuditLog().append(
                AuditEntry(
                    .learnerAdded, AuditObject("group", group.id.rawValue), at: world.now, by: coach.id,
                    about: learner, for: .coaching), on: connection)
        }
    }

    /// A new card for a learner of the group; the old code ends.
    package func renewCard(of learner: AccountID, in group: GroupID, by coach: Account) async throws -> LoginCard? {
        let account = try await database.read { connection -> Account? in
            guard try Self.member(learner, of: group, for: coach, on: connection) != nil else { return nil }
            return try AccountStore().account(learner, on: connection)
        }
        guard let account, !account.isStaff else { return nil }
        return try await registration.renewCode(of: account, by: coach)
    }

    /// What a learner of the group did. Looking is a deed, and is kept.
    package func attempts(of learner: AccountID, in group: GroupID, for coach: Account) async throws -> Attempts? {
        try await database.write { [world] connection in
            guard let member = try Self.member(learner, of: group, for: coach, on: connection) else { return nil }
            try AuditLog().append(
                AuditEntry(
                    .attemptsSeen, AuditObject("account", learner.rawValue), at: world.now, by: coach.id,
                    about: learner, for: .coaching), on: connection)
            return Attempts(
                member: member, events: try LearningEventStore().events(of: learner, on: connection),
                progress: try LessonProgressStore().progress(of: learner, on: connection))
        }
    }

    /// The coach came by: the learner is no longer marked as needing help in this lesson.
    package func help(
        _ learner: AccountID, in group: GroupID, with lesson: LessonReference, by coach: Account, form: LearningEventID
    ) async throws -> Bool {
        try await database.write { [world] connection in
            guard try Self.member(learner, of: group, for: coach, on: connection) != nil else { return false }
            let event = LearningEvent(
                id: form, account: learner, course: lesson.course, lesson: lesson.lesson, step: nil, deed: .helped,
                occurredAt: world.now)
            guard try LearningLog(world: world).append(event, on: connection) != nil else { return true }
            try AuditLog().append(
                AuditEntry(
                    .learnerHelped, AuditObject("account", learner.rawValue), at: world.now, by: coach.id,
                    about: learner, for: .coaching), on: connection)
            return true
        }
    }

    package func groups(for viewer: Account) async throws -> [Group] {
        try await database.read { try GroupStore().groups(for: viewer, on: $0) }
    }

    package func group(_ id: GroupID, for viewer: Account) async throws -> Group? {
        try await database.read { try GroupStore().group(id, for: viewer, on: $0) }
    }

    /// The group with its table; nothing where the viewer may not see it. Looking is a deed, and is kept once a day.
    package func dashboard(
        _ id: GroupID, in course: CourseID, for viewer: Account
    ) async throws -> (group: Group, dashboard: Dashboard)? {
        let seen = try await database.read { connection -> (group: Group, dashboard: Dashboard)? in
            guard let group = try GroupStore().group(id, for: viewer, on: connection) else { return nil }
            return (group, try Dashboard(of: id, in: course, on: connection))
        }
        if let seen {
            try await Looks(database: database, clock: world.clock).keep(
                .progressSeen, at: seen.dashboard.lines.map(\.member.account), by: viewer.id, for: .coaching)
        }
        return seen
    }

    private static func member(
        _ learner: AccountID, of group: GroupID, for viewer: Account, on connection: any Connection
    ) throws(StorageError) -> Member? {
        guard try GroupStore().group(group, for: viewer, on: connection) != nil else { return nil }
        return try GroupStore().members(of: group, on: connection).first { $0.account == learner }
    }
}

extension AuditAction {
    package static let groupMade: Self = "group.made"
    package static let learnerAdded: Self = "group.learner-added"
    package static let attemptsSeen: Self = "learner.attempts-seen"
    package static let progressSeen: Self = "learner.progress-seen"
    package static let learnerHelped: Self = "learner.helped"
}
