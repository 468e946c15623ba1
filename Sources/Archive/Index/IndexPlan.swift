internal import Dates

/// Which pages must be written anew after a change, so that they are as if all were.
enum IndexPlan {
    /// The years whose pages change with a run published or removed at a place: its own; those that hold its neighbours, whose
    /// links lead to it; the years beside it, where it is the first of its year; and those in which nights have become due or expected.
    static func years(changedBy place: Place, before: Outline, after: Outline) -> Set<Int> {
        let year = place.period.year
        var years: Set<Int> = [year]
        for outline in [before, after] {
            for neighbour in [outline.previous(place.series), outline.next(place.series)] {
                if let neighbour { years.insert(neighbour.period.year) }
            }
        }
        if !before.years.contains(year) {
            if let earlier = after.years.last(where: { $0 < year }) { years.insert(earlier) }
            if let later = after.years.first(where: { $0 > year }) { years.insert(later) }
        }
        if let old = before.horizon?.year, let new = after.horizon?.year, before.horizon != after.horizon {
            years.formUnion(after.years.filter { (min(old, new)...max(old, new)).contains($0) })
        }
        // With an earlier first run, more is expected.
        let kind = place.kind
        if before.firstPeriods[kind] != after.firstPeriods[kind], let new = after.firstPeriods[kind]?.year,
            let old = before.firstPeriods[kind]?.year ?? after.horizon?.year
        {
            years.formUnion(after.years.filter { (min(old, new)...max(old, new)).contains($0) })
        }
        return years
    }
}
