package org.dualtraining.catalog.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version's document says of its occupation. It becomes the occupation's own once the version is its framework's
 * current one.
 *
 * @param onetSocCodes as the document writes them
 * @param rapidsCodes as the document writes them
 */
public record OccupationText(
        String title,
        @Nullable String description,
        List<String> alternateTitles,
        List<String> onetSocCodes,
        List<String> rapidsCodes) {}
