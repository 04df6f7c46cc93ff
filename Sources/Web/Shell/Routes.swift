import Hummingbird

/// One room's addresses: each room's folder has its own.
protocol Routes {
    func add(to router: Router<SiteContext>)
}

extension Site {
    /// Everything that can be asked of this site.
    var routes: [any Routes] {
        [
            LanguageRoutes(site: self), ContentPageRoutes(site: self), PictureRoutes(site: self),
            SearchRoutes(site: self), PrintRoutes(site: self), CourseRoutes(site: self), StepRoutes(site: self),
            PracticeRoutes(site: self),
            HelpRoutes(site: self), InboxRoutes(site: self), HelperRoutes(site: self), HelperProfileRoutes(site: self),
            CoordinationRoutes(site: self), HelpersRoutes(site: self), DeskRoutes(site: self), MandateRoutes(site: self),
            ConsentRoutes(site: self), ActRoutes(site: self), CheckRoutes(site: self), StatementRoutes(site: self),
            AppointmentRoutes(site: self), CalendarRoutes(site: self), ConversationRoutes(site: self),
            OfficialMandateRoutes(site: self), AuthorRoutes(site: self), GroupRoutes(site: self), LearnerRoutes(site: self),
            SignInRoutes(site: self), SetUpRoutes(site: self), DemonstrationRoutes(site: self), PreviewRoutes(site: self),
            NameRoutes(site: self), StaffRoutes(site: self), ErasureRoutes(site: self), OwnLogRoutes(site: self),
            AuditLogRoutes(site: self),
        ]
    }

    /// The whole site, without a socket: what the server and the tests ask.
    func responder() -> FrontDoor<RouterResponder<SiteContext>> {
        FrontDoor(site: self, inside: router().buildResponder())
    }

    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: [.autoGenerateHeadEndpoints])
        for part in routes { part.add(to: router) }
        return router
    }
}
