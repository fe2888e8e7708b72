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
        findings.addAll(repeats(document));
        return document.with(findings);
    }

    /** A name is a competency's identity; the schedule keeps each row all the same. */
    private static List<Finding> repeats(WorkProcessDocument document) {
        Set<String> names = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        Stream.concat(
                        document.courses().stream().map(course -> new Named(course.line(), course.name())),
                        document.processes().stream().flatMap(WorkProcessReader::named))
                .filter(named -> !names.add(Names.folded(named.name())))
                .forEach(named -> findings.add(Finding.at(
                        named.line(),
                        FindingKind.DUPLICATE_COMPETENCY,
                        named.name(),
                        "the document names this twice: it is one competency, and the schedule has both rows")));
        return findings;
    }

    private static Stream<Named> named(WorkProcess process) {
        return Stream.concat(
                process.isPeriod() ? Stream.empty() : Stream.of(new Named(process.line(), process.title())),
                process.skills().stream().map(skill -> new Named(skill.line(), skill.name())));
    }

    private record Named(int line, String name) {}
}
