package org.dualtraining.progress.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.progress.dashboard.FiguresReader.By;
import org.dualtraining.progress.report.Question;
import org.dualtraining.progress.smallgroup.Atom;

/** Figures by occupation and by employer: each plan belongs to one. */
@ApplicationScoped
class ReportGroups {

    private final FiguresReader reader;
    private final SafeReader safeReader;
    private final GroupsLayout layout;
    private final Freshness freshness;

    @Inject
    ReportGroups(FiguresReader reader, SafeReader safeReader, GroupsLayout layout, Freshness freshness) {
        this.reader = reader;
        this.safeReader = safeReader;
        this.layout = layout;
        this.freshness = freshness;
    }

    GroupsView byOccupation(Question question) {
        return by(question, By.OCCUPATION, row -> FiguresReader.known(row.occupationId()), Atom::occupationId);
    }

    GroupsView byEmployer(Question question) {
        return by(question, By.EMPLOYER, row -> FiguresReader.known(row.employerId()), Atom::employerId);
    }

    private GroupsView by(Question question, By by, Function<PlanRow, UUID> ofRow, Function<Atom, UUID> ofAtom) {
        Freshness.Stamp stamp = freshness.now();
        if (question.isOpen()) {
            Map<UUID, Figures> figures = new HashMap<>();
            reader.plans(question, EnumSet.of(by)).stream()
                    .collect(Collectors.groupingBy(ofRow))
                    .forEach((id, rows) -> figures.put(id, Figures.of(rows, question.provider() != null)));
            return layout.view(stamp, by, figures);
        }
        if (question.provider() != null) {
            return GroupsLayout.hidden(stamp);
        }
        SafeFigures safe = safeReader.read();
        Map<UUID, Figures> figures = new HashMap<>();
        safe.atoms(question).stream()
                .collect(Collectors.groupingBy(ofAtom))
                .forEach((id, atoms) -> figures.put(id, safe.of(atoms)));
        return layout.view(stamp, by, figures);
    }
}
