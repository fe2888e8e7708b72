package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;

/** Reads the lines "Name (ABBR)", with or without a dash. */
final class CertificationList {

    private static final Pattern NAME_AND_ABBREVIATION =
            Pattern.compile("(.*\\S)[\\s\\p{Z}]*\\(([^()\\s\\p{Z}]{2,20})\\)", Pattern.DOTALL);

    private CertificationList() {}

    static List<CertificationLine> read(List<Line> lines, Collection<Finding> findings) {
        List<CertificationLine> certifications = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Line line : lines) {
            String text = line.entryText();
            if (text.isEmpty()) {
                continue;
            }
            if (text.endsWith(".") || text.endsWith(":")) {
                findings.add(Finding.at(
                        line.number(),
                        FindingKind.UNREAD_LINE,
                        text,
                        "stands among the certifications and reads like a sentence, so it is not read as one"));
                continue;
            }
            CertificationLine certification = certification(line.number(), text);
            if (names.add(Names.folded(certification.name()))) {
                certifications.add(certification);
            } else {
                findings.add(Finding.at(
                        line.number(),
                        FindingKind.DUPLICATE_CERTIFICATION,
                        text,
                        "the document names this certification twice; the first is kept"));
            }
        }
        return List.copyOf(certifications);
    }

    private static CertificationLine certification(int line, String text) {
        Matcher parts = NAME_AND_ABBREVIATION.matcher(text);
        return parts.matches()
                ? new CertificationLine(line, Names.trimmed(parts.group(1)), parts.group(2))
                : new CertificationLine(line, text, null);
    }
}
