package org.dualtraining.plan.form;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.plan.catalog.Delivery;
import org.dualtraining.plan.catalog.FrameworkDetails;
import org.dualtraining.plan.catalog.PublishedFramework;
import org.dualtraining.plan.catalog.PublishedFramework.PublishedCompetency;
import org.dualtraining.plan.catalog.WorkProcessSchedule;
import org.dualtraining.plan.party.Provider;
import org.dualtraining.plan.party.ProviderType;
import org.dualtraining.plan.trainingplan.Basis;
import org.dualtraining.plan.trainingplan.Disposition;
import org.dualtraining.plan.trainingplan.LineCredit;
import org.dualtraining.plan.trainingplan.LineState;
import org.dualtraining.plan.trainingplan.LineTerms;
import org.dualtraining.plan.trainingplan.PlanLine;
import org.dualtraining.plan.trainingplan.PlanStatus;
import org.dualtraining.plan.trainingplan.TrainingPlan;
import org.jspecify.annotations.Nullable;

/** Papers made by hand, line by line. */
final class Papers {

    static final UUID CERTIFICATION = UUID.fromString("7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7");
    static final Provider COLLEGE =
            new Provider(id("college"), "Northern College", ProviderType.COLLEGE, List.of("A"), null, 1);
    static final Provider COMPANY =
            new Provider(id("company"), "Lakeside Clinic", ProviderType.COMPANY, List.of(), null, 1);

    private final List<PlanLine> lines = new ArrayList<>();
    private final Map<UUID, LocalDate> priorLearningDays = new HashMap<>();
    private final Map<UUID, String> definitions = new HashMap<>();
    private String trainee = "Robin Doe";
    private @Nullable WorkProcessSchedule schedule;

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    Papers of(String name) {
        trainee = name;
        return this;
    }

    Papers with(WorkProcessSchedule standards) {
        schedule = standards;
        return this;
    }

    Papers define(String competency, String definition) {
        definitions.put(id(competency), definition);
        return this;
    }

    /** A blank row. */
    Papers blank(Delivery delivery, String competency) {
        return line(competency, new LineTerms(delivery, Disposition.TRAIN, null, null, null, null, null), null);
    }

    Papers planned(
            Delivery delivery, String competency, String course, String description, Provider provider, String day) {
        LineTerms terms = new LineTerms(
                delivery, Disposition.TRAIN, course, description, provider.id(), LocalDate.parse(day), null);
        return line(competency, terms, null);
    }

    Papers completed(Delivery delivery, String competency, String course, String day) {
        LineTerms terms = new LineTerms(delivery, Disposition.TRAIN, course, null, COLLEGE.id(), null, null);
        return line(
                competency,
                terms,
                new LineCredit(Basis.COURSE_COMPLETION, LocalDate.parse(day), null, COLLEGE.id(), id(day)));
    }

    /** @param day null while there is no evidence */
    Papers prior(Delivery delivery, String competency, @Nullable String day) {
        line(competency, new LineTerms(delivery, Disposition.PRIOR, null, null, null, null, null), null);
        if (day != null) {
            priorLearningDays.put(id("line " + competency), LocalDate.parse(day));
        }
        return this;
    }

    Papers excluded(Delivery delivery, String competency, String reason) {
        return line(competency, new LineTerms(delivery, Disposition.EXCLUDED, null, null, null, null, reason), null);
    }

    private Papers line(String competency, LineTerms terms, @Nullable LineCredit credit) {
        lines.add(new PlanLine(
                id("line " + competency),
                id("plan"),
                lines.size(),
                id(competency),
                competency,
                true,
                null,
                terms,
                null,
                credit == null ? LineState.OPEN : LineState.CREDITED,
                credit,
                null));
        return this;
    }

    PlanPaper paper() {
        List<PublishedCompetency> competencies = lines.stream()
                .map(line -> new PublishedCompetency(line.competencyId(), line.competencyName(), true, line.delivery()))
                .toList();
        TrainingPlan plan = new TrainingPlan(
                id("plan"),
                id("apprentice"),
                id("employer"),
                "Lakeside Clinic",
                id("framework"),
                3,
                "Electronic Health Records Specialists",
                id("occupation"),
                "Electronic Health Records Specialist",
                CERTIFICATION,
                PlanStatus.PROPOSED,
                1,
                7,
                lines);
        return new PlanPaper(
                plan,
                trainee,
                new PublishedFramework(
                        plan.frameworkId(),
                        3,
                        plan.frameworkTitle(),
                        plan.occupationId(),
                        plan.occupationTitle(),
                        competencies,
                        List.of(),
                        List.of(CERTIFICATION)),
                new FrameworkDetails(
                        new FrameworkDetails.Provenance(
                                List.of(new FrameworkDetails.Basis(
                                        "Health: Allied Health Competency Model",
                                        "Employment and Training Administration, United States Department of Labor",
                                        "December 2011")),
                                new FrameworkDetails.SourceFile("seed-ehr-specialist.txt")),
                        List.of(new FrameworkDetails.NamedCertification(
                                CERTIFICATION, "Electronic Health Record Specialist", "CEHRS")),
                        definitions,
                        schedule),
                Map.of(COLLEGE.id(), COLLEGE, COMPANY.id(), COMPANY),
                priorLearningDays,
                LocalDate.of(2026, 3, 1));
    }
}
