package org.dualtraining.catalog.competencymodel;

import java.util.Collection;
import java.util.List;

/** Names of competencies that are known from elsewhere: the framework's latest version, recorded aliases. */
@FunctionalInterface
public interface KnownNames {

    KnownNames NONE = occupation -> List.of();

    /** For the occupation as the document names it. */
    Collection<String> of(String occupation);
}
