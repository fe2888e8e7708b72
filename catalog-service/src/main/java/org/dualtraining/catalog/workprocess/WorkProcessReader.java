package org.dualtraining.catalog.workprocess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.rendition.Format;
import org.dualtraining.catalog.rendition.Rendition;
import org.dualtraining.catalog.workprocess.WorkProcessDocument.WorkProcess;

/** From a rendition to a {@link WorkProcessDocument}, or a refusal that says what was looked for and not found. */
public final class WorkProcessReader {

    private WorkProcessReader() {}

    /** Whether a document is of this family; spreadsheets are of no other. */
    public static boolean isOfFamily(Rendition rendition) {
        return rendition.format() == Format.XLSX || ScheduleText.isOfFamily(rendition);
    }

    public static WorkProcessDocument read(Rendition rendition) {
        WorkProcessDocument document =
                rendition.format() == Format.XLSX ? ScheduleSpreadsheet.read(rendition) : ScheduleText.read(rendition);
        List<Finding> findings = new ArrayList<>(document.findings());
        findings.addAll(repeats(document, rendition.format() == Format.XLSX));
        if (document.processes().isEmpty()) {
            findings.add(Finding.absent(
                    FindingKind.PART_MISSING,
                    "work processes",
                    "no work process was found: looked for rows with hours, with the outline's signs or above a list,"
                            + " below a heading such as 'WORK PROCESS SCHEDULE'"));
        }
        return document.with(findings);
    }

    /** A name is a competency's identity; the schedule keeps each row all the same. */
    private static List<Finding> repeats(WorkProcessDocument document, boolean inSheets) {
        Set<String> names = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        Stream.concat(
                        document.courses().stream()
                                .map(course -> new Named(
                                        ScheduleSpreadsheet.RELATED_INSTRUCTION, course.line(), course.name())),
                        document.processes().stream().flatMap(WorkProcessReader::named))
                .filter(named -> !names.add(Names.folded(named.name())))
                .forEach(named -> findings.add(Finding.at(
                        named.line(),
                        FindingKind.DUPLICATE_COMPETENCY,
                        named.name(),
                        "the document names this twice: it is one competency, and the schedule has both rows"
                                + (inSheets ? " (sheet " + named.sheet() + ")" : ""))));
        return findings;
    }

    private static Stream<Named> named(WorkProcess process) {
        return Stream.concat(
                process.isPeriod()
                        ? Stream.empty()
                        : Stream.of(new Named(ScheduleSpreadsheet.WORK_PROCESSES, process.line(), process.title())),
                process.skills().stream()
                        .map(skill -> new Named(ScheduleSpreadsheet.WORK_PROCESSES, skill.line(), skill.name())));
    }

    private record Named(String sheet, int line, String name) {}
}
