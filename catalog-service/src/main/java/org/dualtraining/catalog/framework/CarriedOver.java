package org.dualtraining.catalog.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The competencies that a new version takes over from the one before because its source does not mention them. */
public final class CarriedOver {

    private CarriedOver() {}

    /**
     * Those of the version before that are not among the mentioned ones, to stand behind them. Each stays below its parent,
     * in the section in which that is now.
     */
    public static List<VersionCompetency> behind(
            List<VersionCompetency> mentioned, List<VersionCompetency> before, ToIntFunction<UUID> formPositions) {
        Map<UUID, SectionKind> sections = new HashMap<>();
        mentioned.forEach(row -> sections.put(row.competencyId(), row.section()));
        List<VersionCompetency> carried = new ArrayList<>();
        before.stream()
                .filter(row -> !sections.containsKey(row.competencyId()))
                .sorted(Comparator.comparingInt(VersionCompetency::listPosition))
                .forEach(row -> {
                    UUID parent = row.parentId();
                    SectionKind section = parent == null ? row.section() : sections.getOrDefault(parent, row.section());
                    sections.put(row.competencyId(), section);
                    carried.add(row.at(
                                    section,
                                    parent,
                                    mentioned.size() + carried.size(),
                                    formPositions.applyAsInt(row.competencyId()))
                            .unmentioned());
                });
        return carried;
    }
}
