/// The things that have an id in the database.
package enum Subject {
    package enum Account {}
    package enum Organisation {}
    package enum Location {}
    package enum LearningEvent {}
    package enum Group {}
    package enum HelpRequest {}
    package enum HelperMatch {}
    package enum Mandate {}
    package enum MandateEvent {}
    package enum RecordedAct {}
    package enum PersonReport {}
    package enum Appointment {}
    package enum AppointmentEvent {}
    package enum Message {}
    package enum CoordinatorCall {}
    package enum OfficialMandate {}
}

package typealias AccountID = Identifier<Subject.Account>
package typealias OrganisationID = Identifier<Subject.Organisation>
package typealias LocationID = Identifier<Subject.Location>
package typealias LearningEventID = Identifier<Subject.LearningEvent>
package typealias GroupID = Identifier<Subject.Group>
package typealias HelpRequestID = Identifier<Subject.HelpRequest>
package typealias HelperMatchID = Identifier<Subject.HelperMatch>
package typealias MandateID = Identifier<Subject.Mandate>
package typealias MandateEventID = Identifier<Subject.MandateEvent>
package typealias RecordedActID = Identifier<Subject.RecordedAct>
package typealias PersonReportID = Identifier<Subject.PersonReport>
package typealias AppointmentID = Identifier<Subject.Appointment>
package typealias AppointmentEventID = Identifier<Subject.AppointmentEvent>
package typealias MessageID = Identifier<Subject.Message>
package typealias CoordinatorCallID = Identifier<Subject.CoordinatorCall>
package typealias OfficialMandateID = Identifier<Subject.OfficialMandate>
