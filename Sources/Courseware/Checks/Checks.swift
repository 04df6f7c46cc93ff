/// Everything that authors can get wrong.
enum Checks {
    static func findings(
        in documents: SiteDocuments, _ map: SiteMap, _ personas: [PersonaID: Persona], today: String?
    ) -> [Finding] {
        documents.all.flatMap(\.troubles).sorted()
    }
}
