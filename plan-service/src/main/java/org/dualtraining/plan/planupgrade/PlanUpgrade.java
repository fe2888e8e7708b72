package org.dualtraining.plan.planupgrade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.dualtraining.plan.catalog.VersionDiff;
import org.dualtraining.plan.catalog.VersionDiff.Fate;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineTerms;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.TrainingPlan;

/**
 * Decides what becomes of each line of a plan in a newer version: a pure function, so that what is shown is what is done.
 * No line goes away and no finished one changes what it is credited for.
 */
final class PlanUpgrade {

    private final TrainingPlan plan;
    private final PublishedFramework to;
    private final VersionDiff diff;
    private final Set<UUID> finished;
    private final List<UpgradedLine> lines = new ArrayList<>();

    private PlanUpgrade(TrainingPlan plan, PublishedFramework to, VersionDiff diff, Set<UUID> finished) {
        this.plan = plan;
        this.to = to;
        this.diff = diff;
        this.finished = finished;
    }

    /**
     * @param finished the ids of the lines that evidence in force completes
     * @return the lines in the form's order of the newer version, then the rest in the order that they have
     */
    static List<UpgradedLine> of(TrainingPlan plan, PublishedFramework to, VersionDiff diff, Set<UUID> finished) {
        PlanUpgrade upgrade = new PlanUpgrade(plan, to, diff, finished);
        plan.lines().forEach(upgrade::carry);
        upgrade.addReplacements();
        upgrade.addNew();
        return upgrade.inFormOrder();
    }

    private void carry(PlanLine line) {
        boolean isFinished = finished.contains(line.id());
        Optional<PublishedCompetency> competency = to.competency(line.competencyId());
        Optional<Fate> fate = diff.fateOf(line.competencyId());
        if (competency.isPresent()) {
            LineOutcome outcome = LineOutcome.of(fate.orElse(Fate.KEPT));
            keep(outcome, line, line.upgraded(competency.get(), isFinished), List.of());
        } else if (fate.isEmpty()) {
            keep(LineOutcome.OUTSIDE, line, line, List.of());
        } else {
            List<UUID> replacedBy = diff.replacementsOf(line.competencyId());
            LineOutcome outcome = replacedBy.isEmpty() ? LineOutcome.RETIRED : LineOutcome.REPLACED;
            keep(outcome, line, isFinished ? line : given(line, outcome), replacedBy);
        }
    }

    private void keep(LineOutcome outcome, PlanLine before, PlanLine after, List<UUID> replacedBy) {
        lines.add(new UpgradedLine(outcome, before, after, finished.contains(before.id()), List.of(), replacedBy));
    }

    /** A line that nobody is to be trained for any more: it stays, with its evidence, and counts in no percentage. */
    private PlanLine given(PlanLine line, LineOutcome outcome) {
        if (line.disposition() == Disposition.EXCLUDED) {
            return line;
        }
        String fate = outcome == LineOutcome.RETIRED ? " retired" : " replaced";
        return line.with(
                line.terms().excluded("Version " + to.number() + " of the framework" + fate + " this competency."));
    }

    /** What takes the place of lines takes over what was agreed for the first of them. */
    private void addReplacements() {
        Map<UUID, List<PlanLine>> replaced = new LinkedHashMap<>();
        for (UpgradedLine line : List.copyOf(lines)) {
            for (UUID by : line.replacedBy()) {
                replaced.computeIfAbsent(by, any -> new ArrayList<>()).add(Objects.requireNonNull(line.before()));
            }
        }
        Set<UUID> present = present();
        replaced.forEach((competencyId, older) -> to.competency(competencyId)
                .filter(competency -> !present.contains(competencyId))
                .ifPresent(competency -> {
                    PlanLine first = older.get(0);
                    LineTerms terms = first.terms().forReplacement(finished.contains(first.id()));
                    add(
                            LineOutcome.REPLACEMENT,
                            competency,
                            terms,
                            older.stream().map(PlanLine::id).toList());
                }));
    }

    /** The form's rows that the older version did not have. What it had and the plan left out stays left out. */
    private void addNew() {
        Set<UUID> present = present();
        to.form().stream()
                .filter(competency -> diff.fateOf(competency.id()).equals(Optional.of(Fate.NEW)))
                .filter(competency -> !present.contains(competency.id()))
                .forEach(competency -> add(LineOutcome.NEW, competency, LineTerms.NONE, List.of()));
    }

    private void add(LineOutcome outcome, PublishedCompetency competency, LineTerms terms, List<UUID> replaces) {
        PlanLine line = PlanLine.open(plan.id(), lines.size(), competency, terms);
        lines.add(new UpgradedLine(outcome, null, line, false, replaces, List.of()));
    }

    private Set<UUID> present() {
        return lines.stream().map(line -> line.after().competencyId()).collect(Collectors.toCollection(HashSet::new));
    }

    private List<UpgradedLine> inFormOrder() {
        Map<UUID, Integer> places = new HashMap<>();
        to.form().forEach(competency -> places.put(competency.id(), places.size()));
        return lines.stream()
                .sorted(Comparator.comparing(
                        line -> places.getOrDefault(line.after().competencyId(), Integer.MAX_VALUE)))
                .toList();
    }
}
