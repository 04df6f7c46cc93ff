import Markup

struct PracticesCanBeFinished: Check {
    func findings(in site: CheckedSite) -> [Finding] {
        site.practiceMaps.compactMap { document, map in
            guard !document.sections.isEmpty, map.isWhole, !map.reached.contains(where: map.isDone) else { return nil }
            if let task = map.tasks.first(where: { !map.set.contains($0.key) }) {
                let isSource = document.file.language == nil
                return document.finding(
                    Placement(line: isSource ? task.line : 1, column: isSource ? task.column : 1), "practice-no-finish",
                    "no link sets the flag “\(task.key)”",
                    "add \"+\(task.key)\" to a link: [Verder](#klaar \"+\(task.key)\")")
            }
            return document.finding(
                Placement(line: 1, column: 1), "practice-no-finish", "this practice can never be done",
                map.tasks.isEmpty
                    ? "add tasks, or a screen {#klaar} that can be reached" : "make a way on which every task's flag is set")
        }
    }
}
