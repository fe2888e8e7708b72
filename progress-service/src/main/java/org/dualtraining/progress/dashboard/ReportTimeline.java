package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.progress.dashboard.FiguresReader.WeekRow;
import org.dualtraining.progress.dashboard.TimelineView.Week;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;
import org.dualtraining.progress.smallgroup.SafeItems;
import org.jspecify.annotations.Nullable;

/** Credits by week, which add up to the credits of all plans. */
@ApplicationScoped
class ReportTimeline {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final long USUAL_WEEKS = 26;
    private static final long MOST_WEEKS = 530;

    private final FiguresReader reader;
    private final Freshness freshness;
    private final Clock clock;

    @Inject
    ReportTimeline(FiguresReader reader, Freshness freshness, Clock clock) {
        this.reader = reader;
        this.freshness = freshness;
        this.clock = clock;
    }

    TimelineView of(Question question, @Nullable String from, @Nullable String to) {
        LocalDate last = monday(to == null ? LocalDate.now(clock) : day("to", to));
        LocalDate first = from == null ? last.minusWeeks(USUAL_WEEKS - 1) : monday(day("from", from));
        long weeks = ChronoUnit.WEEKS.between(first, last) + 1;
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new Malformed("from", "must lie before `to`, and at most " + MOST_WEEKS + " weeks");
        }
        Freshness.Stamp stamp = freshness.now();
        if (!question.isOpen() && !question.isUnfiltered()) {
            return new TimelineView(stamp.asOf(), stamp.lag(), List.of(), List.of("/items"));
        }
        List<Week> items = new ArrayList<>();
        List<String> suppressed = new ArrayList<>();
        Function<LocalDate, Week> shown = question.isOpen() ? open(question, first, last) : safe();
        for (LocalDate week = first; !week.isAfter(last); week = week.plusWeeks(1)) {
            Week item = shown.apply(week);
            if (item.credits() == null) {
                suppressed.add("/items/" + items.size() + "/credits");
                suppressed.add("/items/" + items.size() + "/apprentices");
            }
            items.add(item);
        }
        return new TimelineView(stamp.asOf(), stamp.lag(), items, suppressed);
    }

    private Function<LocalDate, Week> open(Question question, LocalDate first, LocalDate last) {
        Map<LocalDate, WeekRow> rows = byWeek(reader.weeks(question, first, last));
        boolean areKnown = question.provider() == null;
        return week -> {
            WeekRow row = rows.getOrDefault(week, new WeekRow(week, 0, 0, 0));
            return new Week(week, row.credits(), areKnown ? row.people() : null);
        };
    }

    /** Decided over all weeks there are, because those that are not asked for now can be asked for next. */
    private Function<LocalDate, Week> safe() {
        Map<LocalDate, WeekRow> rows = byWeek(reader.weeks(SafeReader.EVERYTHING, EARLIEST, LATEST));
        Atom all = new Atom(new UUID(0, 0), new UUID(0, 0));
        Map<LocalDate, Map<Atom, long[]>> groups = new HashMap<>();
        rows.forEach((week, row) -> groups.put(week, Map.of(all, new long[] {row.people()})));
        SafeItems<LocalDate> items = SafeItems.of(Map.of(all, 0L), groups, reader.secretOrder());
        return week -> {
            WeekRow row = rows.getOrDefault(week, new WeekRow(week, 0, 0, 0));
            boolean isShown = !rows.containsKey(week) || items.isShown(week, List.of(all));
            return isShown ? new Week(week, row.primaryCredits(), row.people()) : new Week(week, null, null);
        };
    }

    private static Map<LocalDate, WeekRow> byWeek(List<WeekRow> rows) {
        return rows.stream().collect(Collectors.toMap(WeekRow::week, Function.identity()));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw new Malformed(name, "must be an ISO date of the years 1900 to 2199, such as 2026-05-15");
    }
}
