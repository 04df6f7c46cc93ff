struct PracticesCanBeFinished: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practiceMaps.compactMap { document, map in
            guard !document.sections.isEmpty, !map.reached.contains(where: map.isDone) else { return nil }
            let set = Set(map.ways.values.flatMap { $0.flatMap(\.sets) })
            if let task = map.tasks.first(where: { !set.contains($0.key) }) {
                return document.finding(
                    document.file.language == nil ? task.line : 1, document.file.language == nil ? task.column : 1,
                    "practice-no-finish", "no link sets the flag “\(task.key)”",
                    "add \"+\(task.key)\" to a link: [Verder](#klaar \"+\(task.key)\")")
            }
            return document.finding(
                1, 1, "practice-no-finish", "this practice can never be done",
                map.tasks.isEmpty ? "add tasks, or a screen {#klaar}" : "make a way on which every task's flag is set")
        }
    }
}
