package org.dualtraining.catalog.framework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dualtraining.kit.problem.Unprocessable;
import org.jspecify.annotations.Nullable;

/** The list of a draft's competencies, parents before their children, while somebody moves one in it. */
final class Outline {

    private static final String PARENT = "/place/parentId";

    private final List<VersionCompetency> rows;

    Outline(List<VersionCompetency> rows) {
        this.rows = new ArrayList<>(rows);
        this.rows.sort(Comparator.comparingInt(VersionCompetency::listPosition));
    }

    /** The list with this competency, which may be new, at this place; what is below it goes with it. */
    List<VersionCompetency> withPlaced(VersionCompetency competency, Place place) {
        List<VersionCompetency> moving = takeOut(competency);
        requireParent(place);
        rows.addAll(
                indexFor(place),
                moving.stream()
                        .map(row -> row.at(
                                place.section(),
                                row.competencyId().equals(competency.competencyId())
                                        ? place.parentId()
                                        : row.parentId(),
                                row.listPosition(),
                                row.formPosition()))
                        .toList());
        return numbered();
    }

    /** The list without this competency. */
    List<VersionCompetency> without(UUID competency) {
        rows.removeIf(row -> row.competencyId().equals(competency));
        return numbered();
    }

    int nextFormPosition() {
        return rows.stream().mapToInt(VersionCompetency::formPosition).max().orElse(-1) + 1;
    }

    private List<VersionCompetency> takeOut(VersionCompetency competency) {
        Set<UUID> family = new HashSet<>(Set.of(competency.competencyId()));
        List<VersionCompetency> moving = new ArrayList<>(List.of(competency));
        rows.removeIf(row -> row.competencyId().equals(competency.competencyId()));
        rows.removeIf(row -> row.parentId() != null
                && family.contains(row.parentId())
                && family.add(row.competencyId())
                && moving.add(row));
        return moving;
    }

    private void requireParent(Place place) {
        if (place.parentId() == null) {
            return;
        }
        boolean isThere = rows.stream()
                .anyMatch(row -> row.competencyId().equals(place.parentId()) && row.section() == place.section());
        if (!isThere) {
            throw new Unprocessable(
                    PARENT, "must be another competency of the draft and of the same section, and not below this one");
        }
    }

    private int indexFor(Place place) {
        List<Integer> siblings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            VersionCompetency row = rows.get(i);
            if (row.section() == place.section() && Objects.equals(row.parentId(), place.parentId())) {
                siblings.add(i);
            }
        }
        if (place.position() != null && place.position() < siblings.size()) {
            return siblings.get(place.position());
        }
        return siblings.isEmpty() ? behind(place.parentId()) : endOfFamily(siblings.get(siblings.size() - 1));
    }

    private int behind(@Nullable UUID parent) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).competencyId().equals(parent)) {
                return i + 1;
            }
        }
        return rows.size();
    }

    private int endOfFamily(int first) {
        Set<UUID> family = new HashSet<>(Set.of(rows.get(first).competencyId()));
        int end = first + 1;
        while (end < rows.size()
                && rows.get(end).parentId() != null
                && family.contains(rows.get(end).parentId())) {
            family.add(rows.get(end).competencyId());
            end++;
        }
        return end;
    }

    /** The list with its positions counted anew. */
    List<VersionCompetency> numbered() {
        List<VersionCompetency> numbered = new ArrayList<>(rows.size());
        for (VersionCompetency row : rows) {
            numbered.add(row.at(row.section(), row.parentId(), numbered.size(), row.formPosition()));
        }
        return numbered;
    }
}
