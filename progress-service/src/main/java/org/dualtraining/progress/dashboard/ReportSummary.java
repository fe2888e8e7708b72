package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualtraining.progress.dashboard.FiguresReader.Certification;
import org.dualtraining.progress.dashboard.FiguresReader.EligibleRow;
import org.dualtraining.progress.dashboard.SummaryView.EligibleCount;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;

/** All that is asked for, as one group, with those who are eligible. */
@ApplicationScoped
class ReportSummary {

    private final FiguresReader reader;
    private final SafeReader safeReader;
    private final Freshness freshness;

    @Inject
    ReportSummary(FiguresReader reader, SafeReader safeReader, Freshness freshness) {
        this.reader = reader;
        this.safeReader = safeReader;
        this.freshness = freshness;
    }

    SummaryView of(Question question) {
        Freshness.Stamp stamp = freshness.now();
        if (question.isOpen()) {
            boolean isOfProvider = question.provider() != null;
            Figures figures = Figures.of(reader.plans(question, Set.of()), isOfProvider);
            return view(stamp, figures, eligible(question));
        }
        if (question.provider() != null) {
            return view(stamp, Figures.NONE_SHOWN, List.of());
        }
        SafeFigures safe = safeReader.read();
        List<Atom> asked = safe.atoms(question);
        return view(stamp, safe.of(asked), safe.showsPeople(asked) ? eligible(safe, asked) : List.of());
    }

    private List<EligibleCount> eligible(Question question) {
        Map<UUID, Long> counts = new HashMap<>();
        reader.eligible(question, Set.of())
                .forEach(row -> counts.merge(row.certificationId(), row.eligible(), Long::sum));
        return reader.certifications().stream()
                .map(certification -> new EligibleCount(
                        certification.certificationId(),
                        certification.name(),
                        counts.getOrDefault(certification.certificationId(), 0L)))
                .toList();
    }

    private List<EligibleCount> eligible(SafeFigures safe, List<Atom> asked) {
        Map<UUID, Map<Atom, Long>> eligible = new HashMap<>();
        for (EligibleRow row : reader.eligible(SafeReader.EVERYTHING, SafeReader.ATOM)) {
            eligible.computeIfAbsent(row.certificationId(), id -> new HashMap<>())
                    .put(
                            new Atom(FiguresReader.known(row.employerId()), FiguresReader.known(row.occupationId())),
                            row.eligible());
        }
        List<EligibleCount> counts = new ArrayList<>();
        for (Certification certification : reader.certifications()) {
            Map<Atom, Long> some = eligible.getOrDefault(certification.certificationId(), Map.of());
            long count = asked.stream()
                    .mapToLong(atom -> some.getOrDefault(atom, 0L))
                    .sum();
            boolean isShown = safe.ofThoseWho(some).isShown(asked);
            counts.add(
                    new EligibleCount(certification.certificationId(), certification.name(), isShown ? count : null));
        }
        return counts;
    }

    private static SummaryView view(Freshness.Stamp stamp, Figures figures, List<EligibleCount> eligible) {
        boolean isAllHidden = figures.equals(Figures.NONE_SHOWN);
        Stream<String> hiddenCounts = isAllHidden
                ? Stream.of("/eligibleByCertification")
                : IntStream.range(0, eligible.size())
                        .filter(i -> eligible.get(i).eligible() == null)
                        .mapToObj(i -> "/eligibleByCertification/" + i + "/eligible");
        return new SummaryView(
                stamp.asOf(),
                stamp.lag(),
                figures.plans(),
                figures.plansByStatus(),
                figures.apprentices(),
                figures.lines(),
                figures.credits(),
                figures.averagePercent(),
                eligible,
                Stream.concat(figures.suppressed().stream().map(name -> "/" + name), hiddenCounts)
                        .toList());
    }
}
