package org.dualtraining.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.dualtraining.catalog.competencymodel.CompetencyModelDocument;
import org.dualtraining.catalog.competencymodel.CompetencyModelReader;
import org.dualtraining.catalog.competencymodel.KnownNames;
import org.dualtraining.catalog.rendition.Renditions;

/** The state's document, as it is shipped. */
public final class SeedDocument {

    public static final String SHA256 = "107b74962818a4c5c48387611d3d2d81ecc2ee32b79199f97d46bc4d7ea60f50";

    private SeedDocument() {}

    public static byte[] bytes() {
        try (InputStream seed =
                SeedDocument.class.getResourceAsStream("/seed/electronic-health-records-specialist.txt")) {
            if (seed == null) {
                throw new IllegalStateException("the seed document is not shipped");
            }
            return seed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a plain text says, without names from elsewhere. */
    public static CompetencyModelDocument read(byte[] text) {
        return CompetencyModelReader.read(Renditions.read(text, "text/plain").lines(), KnownNames.NONE);
    }

    public static String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
