package org.dualtraining.catalog.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;

/**
 * A thing that is said to be responsible: in a document for an "Electronic Health Records Specialist" the EHRs are the
 * records, and the specialist is who acts.
 */
final class RecordsAsActors implements LintRule {

    @Override
    public Stream<Finding> check(CompetencyModelDocument document) {
        List<String> title = List.of(document.occupation().text().split("[\\s\\p{Z}]+"));
        if (title.size() < 3) {
            return Stream.empty();
        }
        String person = title.get(title.size() - 1);
        String things = Acronyms.initials(title.subList(0, title.size() - 1));
        Pattern acting = Pattern.compile("\\b" + Pattern.quote(things)
                + "s?[\\s\\p{Z}]+(?:is|are)[\\s\\p{Z}]+(?:\\p{L}+[\\s\\p{Z}]+)?(?:responsible|accountable)\\b");
        return document.entries().flatMap(entry -> check(entry, acting, things + " " + person));
    }

    private static Stream<Finding> check(Entry entry, Pattern acting, String actor) {
        Matcher found = acting.matcher(entry.definition() == null ? "" : entry.definition());
        if (!found.find()) {
            return Stream.empty();
        }
        return Stream.of(Finding.at(
                entry.line(),
                FindingKind.RECORDS_AS_ACTORS,
                found.group(),
                "things are said to be responsible where the people of the occupation may be meant",
                found.group().replaceFirst("^\\S+?(s?)(?=[\\s\\p{Z}])", Matcher.quoteReplacement(actor) + "$1")));
    }
}
