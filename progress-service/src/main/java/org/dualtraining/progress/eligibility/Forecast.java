package org.dualtraining.progress.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a plan makes eligible if all goes as planned. */
@Schema(description = "When the plan makes eligible for its target if all goes as planned")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
        @Schema(
                description = "the first day on which the rule is satisfied if every open line is completed on its"
                        + " anticipated date; a date that has passed counts as today. Absent when no day can be told")
        @Nullable
        LocalDate on,

        @Schema(description = "in words: what that rests on, or why no day can be told")
        String reason) {

    private static final int BEST_RATING = 4;

    static Forecast none(String reason) {
        return new Forecast(null, reason);
    }

    /** @param names without what is said here of a line's date */
    static Forecast of(CertificationRule rule, Held held, List<PlannedLine> lines, Names names, LocalDate today) {
        LocalDate known = rule.firstFrom(held, today);
        if (today.equals(known)) {
            return new Forecast(rule.standing(held, today).since(), "Eligible already.");
        }
        Map<UUID, LocalDate> expected = expected(held, lines, today);
        Held then = with(held, expected);
        LocalDate on = rule.firstFrom(then, today);
        if (on == null) {
            LocalDate last = expected.values().stream().reduce(today, (a, b) -> a.isAfter(b) ? a : b);
            Names explained = new Names(lineNames(lines, names.competency()), names.credential());
            return none("No day can be told, even with every open line completed on its anticipated date. "
                    + rule.explain(then, explained, last).inWords());
        }
        return new Forecast(
                on,
                on.equals(known)
                        ? "What is recorded already is enough from that day on."
                        : "If every open line is completed on its anticipated date."
                                + assumed(rule, lines, held, today));
    }

    private static String assumed(CertificationRule rule, List<PlannedLine> lines, Held held, LocalDate today) {
        long late = lines.stream()
                .filter(line -> isExpected(held, line)
                        && Objects.requireNonNull(line.anticipated()).isBefore(today))
                .count();
        String passed = late == 0
                ? ""
                : late == 1
                        ? " One anticipated date has passed and counts as today."
                        : " " + late + " anticipated dates have passed and count as today.";
        return passed + (rule.asksForRatings() ? " Minimum ratings are assumed to be reached." : "");
    }

    private static Map<UUID, LocalDate> expected(Held held, List<PlannedLine> lines, LocalDate today) {
        return lines.stream()
                .filter(line -> isExpected(held, line))
                .collect(Collectors.toMap(PlannedLine::competencyId, line -> {
                    LocalDate day = Objects.requireNonNull(line.anticipated());
                    return day.isBefore(today) ? today : day;
                }));
    }

    private static boolean isExpected(Held held, PlannedLine line) {
        return !line.isExcluded()
                && line.anticipated() != null
                && !held.credits().containsKey(line.competencyId());
    }

    private static Held with(Held held, Map<UUID, LocalDate> expected) {
        Map<UUID, HeldCredit> credits = new HashMap<>(held.credits());
        expected.forEach((competency, day) ->
                credits.put(competency, new HeldCredit(competency, competency, BEST_RATING, day, competency)));
        return new Held(credits, held.attested());
    }

    private static Function<UUID, String> lineNames(List<PlannedLine> lines, Function<UUID, String> names) {
        Map<UUID, String> why = new HashMap<>();
        for (PlannedLine line : lines) {
            if (line.isExcluded()) {
                why.put(line.competencyId(), " (excluded from the plan)");
            } else if (line.anticipated() == null) {
                why.put(line.competencyId(), " (no anticipated date)");
            }
        }
        return competency -> names.apply(competency) + why.getOrDefault(competency, "");
    }
}
