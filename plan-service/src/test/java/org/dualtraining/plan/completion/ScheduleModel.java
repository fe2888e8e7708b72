package org.dualtraining.plan.completion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dualtraining.plan.completion.Schedule.Mapping;
import org.dualtraining.plan.completion.Schedule.Row;
import org.dualtraining.plan.completion.Schedule.World;
import org.jspecify.annotations.Nullable;

/**
 * The rules of course completions said once more, one at a time and as simply as possible (decision 2): what the service
 * holds after any schedule must be what this holds.
 */
final class ScheduleModel {

    /** Of equal days the older completion counts. */
    private static final Comparator<Version> FIRST = Comparator.comparing((Version version) -> version.row.day())
            .thenComparing(version -> Objects.requireNonNull(version.id).toString());

    private final World world;
    private final List<List<String>> passGrades;
    private final Set<Integer> learners = new HashSet<>();
    private final Set<Integer> mappings = new HashSet<>();
    private final Map<String, Version> versions = new TreeMap<>();
    private final Set<String> creditedOnce = new HashSet<>();

    ScheduleModel(World world) {
        this.world = world;
        this.passGrades = new ArrayList<>(world.passGrades());
        IntStream.range(0, world.learners().size())
                .filter(i -> world.learners().get(i).isKnown())
                .forEach(learners::add);
        IntStream.range(0, world.mappings().size())
                .filter(i -> world.mappings().get(i).isKnown())
                .forEach(mappings::add);
    }

    /** One version of one record. */
    static final class Version {

        final Row row;
        final boolean passed;
        String state = "SUPERSEDED";

        @Nullable
        UUID id;

        @Nullable
        String waitsFor;

        @Nullable
        Integer apprentice;
        /** By competency: all courses that it needs, as mapped when the completion was taken in. */
        Map<Integer, Set<Integer>> evidences = Map.of();

        Version(Row row, boolean passed) {
            this.row = row;
            this.passed = passed;
        }

        boolean isInForce() {
            return state.equals("ACCEPTED") || state.equals("PARKED");
        }

        boolean isOf(Row other) {
            return row.provider() == other.provider() && row.record() == other.record();
        }

        @Override
        public String toString() {
            return nameOf(row.provider(), row.record(), row.version());
        }
    }

    /** What becomes of a row, also when a later row of the same post changes it; {@code version} is null when rejected. */
    record Outcome(
            String status,
            @Nullable Version version,
            @Nullable String waitsFor) {

        Outcome(String status, Version version) {
            this(status, version, version.waitsFor);
        }

        static Outcome rejected(String why) {
            return new Outcome("REJECTED " + why, null, null);
        }
    }

    static String nameOf(int provider, int record, int version) {
        return "p" + provider + "/r" + record + "/v" + version;
    }

    Outcome post(Row row) {
        boolean isOnPassList = passGrades.get(row.provider()).contains(row.grade());
        Version same = find(row.provider(), row.record(), row.version());
        if (same != null) {
            return same.row.equals(row)
                    ? new Outcome("DUPLICATE", same)
                    : Outcome.rejected("record-version-says-otherwise");
        }
        if (row.passed() == null && !isOnPassList) {
            return Outcome.rejected("unprocessable");
        }
        Version version = new Version(row, row.passed() == null ? isOnPassList : row.passed());
        List<Version> others =
                versions.values().stream().filter(other -> other.isOf(row)).toList();
        versions.put(version.toString(), version);
        if (others.stream().anyMatch(other -> other.row.version() > row.version())) {
            return new Outcome("SUPERSEDED", version);
        }
        Optional<Version> before = others.stream().filter(Version::isInForce).findFirst();
        place(version);
        before.ifPresent(older -> {
            if (keeps(older, version)) {
                version.state = "ACCEPTED";
                version.waitsFor = null;
                version.apprentice = older.apprentice;
                version.evidences = older.evidences;
            }
            older.state = "SUPERSEDED";
            older.waitsFor = null;
        });
        return new Outcome(version.state, version);
    }

    /** A correction of day or grade keeps what was evidenced; another learner, course or result is a new fact. */
    private static boolean keeps(Version older, Version newer) {
        return older.state.equals("ACCEPTED")
                && older.passed
                && newer.passed
                && older.row.learner() == newer.row.learner()
                && older.row.course() == newer.row.course();
    }

    private void place(Version version) {
        Row row = version.row;
        boolean isKnown = learners.contains(row.learner())
                && world.learners().get(row.learner()).provider() == row.provider();
        List<Mapping> mapped = mapped(row);
        if (!isKnown || mapped.isEmpty()) {
            version.state = "PARKED";
            version.waitsFor = isKnown ? "UNMAPPED_COURSE" : "UNKNOWN_LEARNER";
            return;
        }
        version.state = "ACCEPTED";
        version.waitsFor = null;
        version.apprentice = world.learners().get(row.learner()).apprentice();
        Map<Integer, Set<Integer>> evidences = new HashMap<>();
        mapped.stream()
                .filter(mapping -> mapping.course() == row.course())
                .flatMap(mapping -> mapping.competencies().stream())
                .forEach(competency -> evidences.put(
                        competency,
                        mappedAtAll(row).stream()
                                .filter(mapping -> mapping.competencies().contains(competency))
                                .map(Mapping::course)
                                .collect(Collectors.toSet())));
        version.evidences = evidences;
    }

    private List<Mapping> mapped(Row row) {
        return mappedAtAll(row).stream()
                .filter(mapping -> mapping.course() == row.course())
                .toList();
    }

    /** What the provider of a row has mapped on its day. */
    private List<Mapping> mappedAtAll(Row row) {
        return mappings.stream()
                .map(i -> world.mappings().get(i))
                .filter(mapping -> mapping.provider() == row.provider() && mapping.holdsOn(row.day()))
                .toList();
    }

    /** False when a later version is in force. */
    boolean revoke(Version version) {
        if (version.state.equals("SUPERSEDED")) {
            return false;
        }
        version.state = "REVOKED";
        version.waitsFor = null;
        return true;
    }

    void replay(int provider) {
        versions.values().stream()
                .filter(version -> version.row.provider() == provider && version.state.equals("PARKED"))
                .forEach(this::place);
    }

    void changePassGrades(int provider, List<String> grades) {
        passGrades.set(provider, grades);
    }

    void enterLearner(int learner) {
        learners.add(learner);
    }

    /** False when it was entered. */
    boolean enterMapping(int mapping) {
        return mappings.add(mapping);
    }

    void deleteMapping(int mapping) {
        mappings.remove(mapping);
    }

    @Nullable
    Version find(int provider, int record, int version) {
        return versions.get(nameOf(provider, record, version));
    }

    Collection<Version> versions() {
        return versions.values();
    }

    /** To be called after each transaction: a line that was credited after one of them is not open ever after. */
    void settle() {
        for (int apprentice = 0; apprentice < world.apprentices(); apprentice++) {
            for (int competency = 0; competency < world.dispositions().size(); competency++) {
                if (creditOf(apprentice, competency).isPresent()) {
                    creditedOnce.add(apprentice + " " + competency);
                }
            }
        }
    }

    String lineState(int apprentice, int competency) {
        return creditOf(apprentice, competency)
                .map(credit -> "CREDITED COURSE_COMPLETION " + credit.row.day() + " by " + credit)
                .orElse(creditedOnce.contains(apprentice + " " + competency) ? "REVOKED" : "OPEN");
    }

    /** What completed a line: the last of the courses that it needs, each counting from its first time. */
    Optional<Version> creditOf(int apprentice, int competency) {
        if (!world.dispositions().get(competency).equals("TRAIN")) {
            return Optional.empty();
        }
        List<Version> counting = versions.values().stream()
                .filter(version -> version.state.equals("ACCEPTED") && version.passed)
                .filter(version -> Objects.equals(version.apprentice, apprentice))
                .filter(version -> version.evidences.containsKey(competency))
                .toList();
        List<Version> credits = new ArrayList<>();
        for (Version one : counting) {
            Set<Integer> needed = Objects.requireNonNull(one.evidences.get(competency));
            List<Version> firsts = needed.stream()
                    .flatMap(course -> counting.stream()
                            .filter(other -> other.row.provider() == one.row.provider())
                            .filter(other -> other.row.course() == course)
                            .min(FIRST)
                            .stream())
                    .toList();
            if (firsts.size() == needed.size()) {
                firsts.stream().max(FIRST).ifPresent(credits::add);
            }
        }
        return credits.stream().min(FIRST);
    }
}
