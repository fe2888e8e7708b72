package org.dualtraining.catalog.competencymodel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Basis;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.CertificationLine;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Entry;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.FormRow;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Quoted;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument.Section;
import org.dualtraining.catalog.identity.Names;
import org.dualtraining.catalog.identity.Sha256;
import org.jspecify.annotations.Nullable;

/** A digest of what a document says, which copies with other blanks, quotes or line breaks share. */
public final class Fingerprint {

    private final StringBuilder said = new StringBuilder();

    private Fingerprint() {}

    public static String ofContent(CompetencyModelDocument document) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("industry", document.industry());
        fingerprint.add("occupation", document.occupation());
        fingerprint.add("title", document.title());
        fingerprint.add("description", document.description());
        document.alternateTitles().forEach(title -> fingerprint.add("alternate", title));
        for (Basis basis : document.basedOn()) {
            fingerprint.add("basis", basis.title(), basis.publisher(), basis.date());
        }
        for (Section section : document.sections()) {
            fingerprint.add("section", section.kind().name());
            fingerprint.add(section.entries());
        }
        for (CertificationLine line : document.certifications()) {
            fingerprint.add("certification", line.name(), line.abbreviation());
            if (line.issuer() != null) {
                fingerprint.add("issuer", line.issuer());
            }
        }
        for (FormRow row : document.form()) {
            fingerprint.add("row", Objects.toString(row.delivery(), ""), row.name());
        }
        return Sha256.of(fingerprint.said.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(List<Entry> entries) {
        for (Entry entry : entries) {
            add("entry", entry.name(), entry.definition());
            add("children");
            add(entry.children());
            add("end");
        }
    }

    private void add(String kind, @Nullable Quoted quoted) {
        add(kind, quoted == null ? null : quoted.text());
    }

    private void add(String kind, @Nullable String... texts) {
        said.append(kind);
        for (String text : texts) {
            said.append('\u001F').append(text == null ? "" : Names.typographic(text));
        }
        said.append('\u001E');
    }
}
