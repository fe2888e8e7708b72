package org.dualtraining.plan.completion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A short story of one or two learners: what exists, and then what is sent and entered, step by step. Everything is named
 * by a small number, so that a schedule prints small and can be run any number of times.
 */
record Schedule(long seed, World world, List<Step> steps) {

    /** What exists before the first step; {@code dispositions} has one entry per competency of every plan. */
    record World(
            int apprentices,
            List<String> dispositions,
            List<List<String>> passGrades,
            List<Learner> learners,
            List<Mapping> mappings) {}

    /** An id by which a provider knows an apprentice; {@code isKnown} from the start, or only once it is entered. */
    record Learner(int provider, int apprentice, boolean isKnown) {}

    /** What a course evidences from a day to a day. */
    record Mapping(
            int provider,
            int course,
            Set<Integer> competencies,
            LocalDate from,
            @Nullable LocalDate to,
            boolean isKnown) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** One row of a file. */
    record Row(
            int provider,
            int record,
            int version,
            int learner,
            int course,
            LocalDate day,
            @Nullable String grade,
            @Nullable Boolean passed) {

        Row as(int otherVersion) {
            return new Row(provider, record, otherVersion, learner, course, day, grade, passed);
        }
    }

    /** What happens next. */
    sealed interface Step permits Post, Revoke, PassGrades, LearnerEntered, MappingEntered, MappingDeleted, Replay {}

    record Post(List<Row> rows) implements Step {}

    record Revoke(int provider, int record, int version) implements Step {}

    record PassGrades(int provider, List<String> grades) implements Step {}

    record LearnerEntered(int learner) implements Step {}

    record MappingEntered(int mapping) implements Step {}

    record MappingDeleted(int mapping) implements Step {}

    record Replay() implements Step {}

    /** This schedule with one step, or one row of a step, left out. */
    List<Schedule> smaller() {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(i -> Stream.concat(
                        Stream.of(with(i, null)),
                        steps.get(i) instanceof Post post && post.rows().size() > 1
                                ? IntStream.range(0, post.rows().size())
                                        .mapToObj(row -> with(i, new Post(without(post.rows(), row))))
                                : Stream.empty()))
                .toList();
    }

    private Schedule with(int index, @Nullable Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.remove(index);
        if (step != null) {
            changed.add(index, step);
        }
        return new Schedule(seed, world, changed);
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    /** One line per step. */
    String print() {
        StringBuilder text = new StringBuilder("schedule " + seed + "\n  " + world);
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }
}
