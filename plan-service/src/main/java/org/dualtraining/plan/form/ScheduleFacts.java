package org.dualtraining.plan.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dualtraining.plan.catalog.OccupationCode;
import org.jspecify.annotations.Nullable;

/** The head of a work process schedule. What neither the standards nor the catalog say stays blank. */
final class ScheduleFacts {

    private static final Map<String, String> APPROACHES =
            Map.of("COMPETENCY_BASED", "CB", "HYBRID", "HY", "TIME_BASED", "TB");

    private final PlanPaper paper;
    private final List<OccupationCode> codes;

    private ScheduleFacts(PlanPaper paper, List<OccupationCode> codes) {
        this.paper = paper;
        this.codes = codes;
    }

    static List<List<Fact>> of(PlanPaper paper, List<OccupationCode> codes) {
        ScheduleFacts facts = new ScheduleFacts(paper, codes);
        return List.of(
                List.of(
                        new Fact("Apprentice", paper.trainee()),
                        new Fact("Employer", paper.plan().employerName())),
                List.of(
                        new Fact("Occupation", paper.plan().occupationTitle()),
                        new Fact("O*NET-SOC code", facts.onetSoc())),
                List.of(new Fact("RAPIDS code", facts.rapids()), new Fact("Type of program", facts.approach())),
                List.of(
                        new Fact("Term", facts.stated("term")),
                        new Fact("Ratio of apprentices to journeyworkers", facts.stated("ratio"))),
                List.of(
                        new Fact("Probationary period", facts.stated("probation")),
                        new Fact("Target certification", paper.targetCertification())),
                List.of(
                        new Fact("Competency framework", paper.frameworkVersion()),
                        new Fact("Source of the framework", paper.source())));
    }

    /** Those of 2019 first: RAPIDS has moved to them. */
    private String onetSoc() {
        return Words.joined("; ", onetSoc("2019"), onetSoc("2010"));
    }

    private String onetSoc(String taxonomy) {
        String joined = codes.stream()
                .filter(code -> code.system().equals("ONET_SOC_" + taxonomy))
                .map(OccupationCode::code)
                .distinct()
                .collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : joined + " (" + taxonomy + ")";
    }

    /** The number, and apart from it the letters that say how the programme is completed. */
    private String rapids() {
        return codes.stream()
                .filter(code -> code.system().equals("RAPIDS"))
                .map(code -> Words.joined(" ", code.code(), APPROACHES.get(Words.of(code.approach()))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** As the standards say, or as the one code says; several codes leave it open. */
    private String approach() {
        String stated = Words.joined("", stated("type"), stated("apprenticeship approach"));
        if (!stated.isEmpty()) {
            return stated;
        }
        List<String> known = codes.stream()
                .map(code -> Words.of(code.approach()))
                .filter(APPROACHES::containsKey)
                .distinct()
                .toList();
        return known.size() == 1 ? known.get(0).substring(0, 1) + lower(known.get(0)) : "";
    }

    private static String lower(String constant) {
        return constant.substring(1).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands in the standards below the first heading that begins so. */
    private String stated(String beginning) {
        Map<String, String> details = paper.details().schedule() == null
                ? Map.of()
                : paper.details().schedule().details();
        return details.entrySet().stream()
                .filter(detail -> detail.getKey().toLowerCase(Locale.ROOT).startsWith(beginning))
                .map(detail -> inMonths(detail.getKey(), detail.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String inMonths(String label, @Nullable String value) {
        String text = Words.of(value).strip();
        return label.toLowerCase(Locale.ROOT).contains("month") && text.matches("[0-9.]+") ? text + " months" : text;
    }
}
