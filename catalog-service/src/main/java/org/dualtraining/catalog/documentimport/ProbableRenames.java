package org.dualtraining.catalog.documentimport;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.framework.VersionCompetency;

/**
 * New competencies that read like one of the version before which the document does not mention. A proposal and no match:
 * "Health Information" begins two other names, so only a person can tell a new wording from a new competency.
 */
final class ProbableRenames {

    /** Half of the words of a name or a definition in common. */
    private static final double ENOUGH = 0.5;

    private static final long LIKEST = 1_000_000;

    private final List<Entry> added;
    private final List<VersionCompetency> notMentioned;
    private final List<Said> ofAdded;
    private final List<Said> ofNotMentioned;

    private ProbableRenames(List<Entry> added, List<VersionCompetency> notMentioned) {
        WordSets words = new WordSets();
        this.added = added;
        this.notMentioned = notMentioned;
        this.ofAdded = added.stream()
                .map(entry -> new Said(words.of(entry.name()), words.of(entry.definition())))
                .toList();
        this.ofNotMentioned = notMentioned.stream()
                .map(row -> new Said(words.of(row.name()), words.of(row.definition())))
                .toList();
    }

    static List<Finding> among(List<Entry> added, List<VersionCompetency> notMentioned) {
        return new ProbableRenames(added, notMentioned).findings();
    }

    private List<Finding> findings() {
        BitSet proposed = new BitSet();
        BitSet taken = new BitSet();
        List<Finding> findings = new ArrayList<>();
        for (long pair : likelyPairs()) {
            int row = (int) (pair % notMentioned.size());
            int entry = (int) (pair / notMentioned.size() % added.size());
            if (!proposed.get(entry) && !taken.get(row)) {
                proposed.set(entry);
                taken.set(row);
                findings.add(finding(added.get(entry), notMentioned.get(row)));
            }
        }
        return findings;
    }

    /** The likest first, else in their order. A pair is one number, as a thousand new names make a million pairs. */
    private long[] likelyPairs() {
        return IntStream.range(0, added.size())
                .boxed()
                .flatMapToLong(entry -> IntStream.range(0, notMentioned.size())
                        .filter(row -> likeness(entry, row) >= ENOUGH)
                        .mapToLong(row -> pair(entry, row)))
                .sorted()
                .toArray();
    }

    private long pair(int entry, int row) {
        long unlike = LIKEST - Math.round(likeness(entry, row) * LIKEST);
        return (unlike * added.size() + entry) * notMentioned.size() + row;
    }

    private double likeness(int entry, int row) {
        Said one = ofAdded.get(entry);
        Said other = ofNotMentioned.get(row);
        return Math.max(WordSets.inCommon(one.name, other.name), WordSets.inCommon(one.definition, other.definition));
    }

    private static Finding finding(Entry entry, VersionCompetency row) {
        return Finding.at(
                entry.line(),
                FindingKind.PROBABLE_RENAME,
                entry.name(),
                "reads like a competency of the version before that the document does not mention; accept it to keep"
                        + " that one's id, or leave both",
                row.name());
    }

    /** The words of a name and of its definition. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Said(int[] name, int[] definition) {}
}
