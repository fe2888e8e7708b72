package org.dualtraining.catalog.competencymodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dualtraining.catalog.competencymodel.CertificationText.Piece;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.framework.Finding;
import org.dualtraining.catalog.framework.FindingKind;
import org.dualtraining.catalog.identity.Names;

/** Reads the lines "Name (ABBR)", with or without a dash, and an issuer behind them. */
final class CertificationList {

    private static final Pattern NONE = Pattern.compile("none\\.?");

    /** What stands where a certification would. */
    private static final Pattern NOT_ONE = Pattern.compile(
            "none\\b.*|n ?/ ?a\\.?|(?:not|none) (?:applicable|available|required|needed)\\b.*|to be determined\\.?|tbd\\.?"
                    + "|no (?:certifications?|certificates?|credentials?|licen[cs]es?)\\b.*"
                    + "|(?:= ?)?(?:required|optional|recommended)\\.?");

    private final List<CertificationLine> certifications = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Collection<Finding> findings;

    private CertificationList(Collection<Finding> findings) {
        this.findings = findings;
    }

    static List<CertificationLine> read(List<Line> lines, Collection<Finding> findings) {
        CertificationList list = new CertificationList(findings);
        boolean areStarred = lines.stream().filter(line -> !line.isBlank()).allMatch(Line::isStarred);
        for (Line line : lines) {
            String text = line.entryText();
            String folded = Names.folded(text);
            if (text.isEmpty() || NONE.matcher(folded).matches()) {
                continue;
            }
            if (NOT_ONE.matcher(folded).matches()) {
                list.reportUnread(line, text, "says that there is none, or something about the list");
            } else if (ListNotes.isByWording(line)
                    || (line.isStarred() && !areStarred && !CertificationText.hasAbbreviation(text))) {
                list.reportUnread(line, text, "stands among the certifications and reads like a note");
            } else {
                CertificationText.pieces(text).forEach(piece -> list.read(line, piece));
            }
        }
        return List.copyOf(list.certifications);
    }

    private void read(Line line, Piece piece) {
        String text = piece.text();
        if (text.endsWith(".") || text.endsWith(":")) {
            reportUnread(line, text, "stands among the certifications and reads like a sentence");
            return;
        }
        if (!names.add(Names.folded(piece.name()))) {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.DUPLICATE_CERTIFICATION,
                    text,
                    "the document names this certification twice; the first is kept"));
            return;
        }
        certifications.add(new CertificationLine(line.number(), piece.name(), piece.abbreviation(), piece.issuer()));
        if (piece.isUnclear()) {
            findings.add(Finding.at(
                    line.number(),
                    FindingKind.NAME_NOT_SEPARATED,
                    text,
                    "may be or hold the issuer of a certification; it is kept as the name of one as it is"));
        }
    }

    private void reportUnread(Line line, String text, String why) {
        findings.add(
                Finding.at(line.number(), FindingKind.UNREAD_LINE, text, why + ", so it is not read as one of them"));
    }
}
