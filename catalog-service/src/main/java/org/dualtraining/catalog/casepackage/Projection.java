package org.dualtraining.catalog.casepackage;

import java.util.Optional;
import org.dualtraining.catalog.framework.FrameworkVersion;

/**
 * The package that a version is: the one it came as, with what was changed here since; or one that is made of it.
 *
 * @param isUntouched whether it is, but for the time of a revision, the package as it came
 */
public record Projection(CasePackage file, boolean isUntouched) {

    /** @param creator who answers for packages that the catalog makes itself */
    public static Projection of(FrameworkVersion version, Optional<CasePackage> source, String creator) {
        return source.map(file -> new Overlay(version, file).project())
                .orElseGet(() -> new Projection(OwnPackage.of(version, creator), false));
    }
}
