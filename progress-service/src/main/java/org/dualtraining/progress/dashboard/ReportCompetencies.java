package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.dashboard.CompetenciesView.Competency;
import org.dualtraining.progress.dashboard.CompetenciesView.CompletionTimes;
import org.dualtraining.progress.dashboard.CompetenciesView.DaysRange;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;
import org.dualtraining.progress.smallgroup.SafeFigure;
import org.dualtraining.progress.smallgroup.SafeItems;
import org.jspecify.annotations.Nullable;

/** Figures by competency, which add up to the lines of all plans. */
@ApplicationScoped
class ReportCompetencies {

    private final FiguresReader reader;
    private final SafeReader safeReader;
    private final Freshness freshness;

    @Inject
    ReportCompetencies(FiguresReader reader, SafeReader safeReader, Freshness freshness) {
        this.reader = reader;
        this.safeReader = safeReader;
        this.freshness = freshness;
    }

    CompetenciesView of(Question question) {
        Freshness.Stamp stamp = freshness.now();
        if (!question.isOpen() && question.provider() != null) {
            return new CompetenciesView(stamp.asOf(), stamp.lag(), List.of(), List.of("/items"));
        }
        List<Shown> shown = question.isOpen() ? open(question) : safe(question);
        Map<UUID, Shown> byId =
                shown.stream().collect(Collectors.toMap(row -> row.row().competencyId(), row -> row));
        Map<UUID, String> names = reader.names("COMPETENCY", byId.keySet());
        List<Competency> items = new ArrayList<>();
        List<String> suppressed = new ArrayList<>();
        for (UUID id : GroupsLayout.inOrder(names, byId.keySet())) {
            Shown one = byId.get(id);
            if (one != null) {
                one.hidden().forEach(name -> suppressed.add("/items/" + items.size() + "/" + name));
                items.add(item(one, names.get(id)));
            }
        }
        return new CompetenciesView(stamp.asOf(), stamp.lag(), items, suppressed);
    }

    private List<Shown> open(Question question) {
        return reader.competencies(question, Set.of()).stream()
                .map(row -> new Shown(row, true, true))
                .toList();
    }

    private List<Shown> safe(Question question) {
        SafeFigures safe = safeReader.read();
        Map<UUID, List<CompetencyRow>> rows = reader.competencies(SafeReader.EVERYTHING, SafeReader.ATOM).stream()
                .collect(Collectors.groupingBy(CompetencyRow::competencyId));
        SafeItems<UUID> items = SafeItems.of(safe.people(), groups(safe, rows), safe.order());
        Set<Atom> asked = new HashSet<>(safe.atoms(question));
        List<Shown> shown = new ArrayList<>();
        rows.forEach((id, all) -> all.stream()
                .filter(row -> asked.contains(row.atom()))
                .reduce(CompetencyRow::plus)
                .ifPresent(sum -> {
                    boolean isShown = safe.showsPeople(asked) && items.isShown(id, asked);
                    shown.add(new Shown(
                            sum, isShown, isShown && rangesOf(all, safe).isShown(asked)));
                }));
        return shown;
    }

    /** Plans with it, without it, with it credited, open, credited in a known time, in an unknown time. */
    private static Map<UUID, Map<Atom, long[]>> groups(SafeFigures safe, Map<UUID, List<CompetencyRow>> rows) {
        Map<UUID, Map<Atom, long[]>> groups = new HashMap<>();
        rows.forEach((id, all) -> {
            Map<Atom, long[]> atoms = new HashMap<>();
            safe.people().forEach((atom, people) -> atoms.put(atom, new long[] {0, people, 0, 0, 0, 0}));
            all.forEach(row -> atoms.put(row.atom(), new long[] {
                row.lines(),
                safe.people().getOrDefault(row.atom(), 0L) - row.lines(),
                row.credited(),
                row.lines() - row.credited(),
                row.timed(),
                row.credited() - row.timed()
            }));
            groups.put(id, atoms);
        });
        return groups;
    }

    private static SafeFigure rangesOf(List<CompetencyRow> rows, SafeFigures safe) {
        Map<Atom, long[]> groups = new HashMap<>();
        rows.forEach(row -> groups.put(
                row.atom(),
                new long[] {row.timed(), row.upTo30(), row.upTo90(), row.upTo180(), row.upTo365(), row.longer()}));
        return SafeFigure.of(groups, safe.order());
    }

    private static Competency item(Shown shown, @Nullable String name) {
        CompetencyRow row = shown.row();
        if (!shown.isShown()) {
            return new Competency(row.competencyId(), name, null, null, null, null);
        }
        return new Competency(
                row.competencyId(),
                name,
                row.lines(),
                row.credited(),
                BigDecimal.valueOf(100 * row.credited()).divide(BigDecimal.valueOf(row.lines()), 1, RoundingMode.DOWN),
                new CompletionTimes(
                        row.timed(),
                        row.timed() == 0
                                ? null
                                : BigDecimal.valueOf(row.days())
                                        .divide(BigDecimal.valueOf(row.timed()), 1, RoundingMode.HALF_UP),
                        shown.areRangesShown() ? ranges(row) : null));
    }

    private static List<DaysRange> ranges(CompetencyRow row) {
        return List.of(
                new DaysRange(0, 30, row.upTo30()),
                new DaysRange(31, 90, row.upTo90()),
                new DaysRange(91, 180, row.upTo180()),
                new DaysRange(181, 365, row.upTo365()),
                new DaysRange(366, null, row.longer()));
    }

    /** What is shown of the figures of one competency. */
    private record Shown(CompetencyRow row, boolean isShown, boolean areRangesShown) {

        List<String> hidden() {
            if (!isShown) {
                return List.of("lines", "credits", "percent", "completionTimes");
            }
            return areRangesShown ? List.of() : List.of("completionTimes/ranges");
        }
    }
}
