package org.dualtraining.catalog.documentimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.VersionCompetency;
import org.dualtraining.catalog.identity.Names;
import org.jspecify.annotations.Nullable;

/**
 * New competencies that read like one of the version before which the document does not mention. A proposal and no match:
 * "Health Information" begins two other names, so only a person can tell a new wording from a new competency.
 */
final class ProbableRenames {

    /** Half of the words of a name or a definition in common. */
    private static final double ENOUGH = 0.5;

    private ProbableRenames() {}

    static List<Finding> among(List<Entry> added, List<VersionCompetency> notMentioned) {
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : added) {
            for (VersionCompetency row : notMentioned) {
                candidates.add(new Candidate(entry, row, likeness(entry, row)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        List<Finding> findings = new ArrayList<>();
        Set<Object> proposed = new HashSet<>();
        for (Candidate candidate : candidates) {
            boolean isLikely = candidate.likeness >= ENOUGH
                    && !proposed.contains(candidate.entry)
                    && !proposed.contains(candidate.row);
            if (isLikely) {
                proposed.add(candidate.entry);
                proposed.add(candidate.row);
                findings.add(candidate.finding());
            }
        }
        return findings;
    }

    private static double likeness(Entry entry, VersionCompetency row) {
        return Math.max(inCommon(entry.name(), row.name()), inCommon(entry.definition(), row.definition()));
    }

    /** Words in both, as a part of the words in either. */
    private static double inCommon(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return 0;
        }
        Set<String> both = new HashSet<>(Names.words(one));
        Set<String> either = new HashSet<>(both);
        Set<String> others = new HashSet<>(Names.words(other));
        both.retainAll(others);
        either.addAll(others);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }

    private record Candidate(Entry entry, VersionCompetency row, double likeness) {

        Finding finding() {
            return Finding.at(
                    entry.line(),
                    FindingKind.PROBABLE_RENAME,
                    entry.name(),
                    "reads like a competency of the version before that the document does not mention; accept it to keep"
                            + " that one's id, or leave both",
                    row.name());
        }
    }
}
