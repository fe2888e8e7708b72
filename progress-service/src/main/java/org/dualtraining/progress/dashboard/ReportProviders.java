package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.progress.dashboard.FiguresReader.By;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;
import org.dualtraining.progress.smallgroup.SafeItems;

/**
 * Figures by provider. One plan may have several, so their people add up to nothing; their lines and credits add up, with
 * the lines that have no provider, to those of all plans.
 */
@ApplicationScoped
class ReportProviders {

    private static final UUID NO_PROVIDER = new UUID(0, 0);

    private final FiguresReader reader;
    private final SafeReader safeReader;
    private final GroupsLayout layout;
    private final Freshness freshness;

    @Inject
    ReportProviders(FiguresReader reader, SafeReader safeReader, GroupsLayout layout, Freshness freshness) {
        this.reader = reader;
        this.safeReader = safeReader;
        this.layout = layout;
        this.freshness = freshness;
    }

    GroupsView of(Question question) {
        Freshness.Stamp stamp = freshness.now();
        Map<UUID, Figures> figures = question.isOpen() ? open(question) : safe(question);
        figures.remove(NO_PROVIDER);
        return layout.view(stamp, By.PROVIDER, figures);
    }

    private Map<UUID, Figures> open(Question question) {
        Map<UUID, Figures> figures = new HashMap<>();
        reader.plans(question, EnumSet.of(By.PROVIDER)).stream()
                .collect(Collectors.groupingBy(row -> FiguresReader.known(row.providerId())))
                .forEach((id, rows) -> figures.put(id, Figures.of(rows, true)));
        return figures;
    }

    private Map<UUID, Figures> safe(Question question) {
        SafeFigures safe = safeReader.read();
        Map<UUID, List<PlanRow>> rows = reader.plans(SafeReader.EVERYTHING, EnumSet.allOf(By.class)).stream()
                .filter(PlanRow::primary)
                .collect(Collectors.groupingBy(row -> FiguresReader.known(row.providerId())));
        SafeItems<UUID> items = SafeItems.of(safe.people(), groups(safe, rows), safe.order());
        Set<Atom> asked = new HashSet<>(safe.atoms(question));
        Map<UUID, Figures> figures = new HashMap<>();
        rows.forEach((id, all) -> {
            List<PlanRow> some =
                    all.stream().filter(row -> asked.contains(row.atom())).toList();
            boolean isAsked = question.provider() == null || question.provider().equals(id);
            if (isAsked && !some.isEmpty()) {
                boolean isShown = safe.showsPeople(asked) && items.isShown(id, asked);
                figures.put(id, isShown ? shown(some) : hidden());
            }
        });
        return figures;
    }

    /** People, those without the provider, those with a credit there, those with an open line there: at least so many. */
    private Map<UUID, Map<Atom, long[]>> groups(SafeFigures safe, Map<UUID, List<PlanRow>> rows) {
        Map<UUID, Map<Atom, long[]>> groups = new HashMap<>();
        rows.keySet().forEach(id -> {
            Map<Atom, long[]> atoms = new HashMap<>();
            boolean isProvider = !id.equals(NO_PROVIDER);
            // nothing is told of who has no line without a provider
            safe.people().forEach((atom, people) -> atoms.put(atom, new long[] {0, isProvider ? people : 0, 0, 0}));
            groups.put(id, atoms);
        });
        rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> !row.isCancelled())
                .forEach(row -> {
                    long[] sizes = sizes(groups, FiguresReader.known(row.providerId()), row.atom());
                    sizes[0] += row.plans();
                    sizes[1] -= FiguresReader.known(row.providerId()).equals(NO_PROVIDER) ? 0 : row.plans();
                });
        reader.providerPeople(SafeReader.EVERYTHING).forEach(row -> {
            long[] sizes = sizes(groups, row.providerId(), new Atom(row.employerId(), row.occupationId()));
            sizes[2] += row.withCredit();
            sizes[3] += row.withOpenLine();
        });
        return groups;
    }

    private static long[] sizes(Map<UUID, Map<Atom, long[]>> groups, UUID provider, Atom atom) {
        return groups.computeIfAbsent(provider, id -> new HashMap<>()).computeIfAbsent(atom, a -> new long[4]);
    }

    private static Figures shown(List<PlanRow> rows) {
        Figures all = Figures.of(rows, true);
        return new Figures(
                all.apprentices(), all.plans(), Map.of(), all.lines(), all.credits(), null, List.of("plansByStatus"));
    }

    private static Figures hidden() {
        List<String> names = new ArrayList<>(Figures.NAMES);
        names.remove("averagePercent");
        return new Figures(null, null, Map.of(), null, null, null, names);
    }
}
