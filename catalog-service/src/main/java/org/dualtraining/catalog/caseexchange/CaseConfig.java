package org.dualtraining.catalog.caseexchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.dualtraining.catalog.casepackage.Addresses;

/** What CASE packages say of this catalog. */
@ConfigMapping(prefix = "dual-training.case")
public interface CaseConfig {

    /** Where this service is for others, without a slash at the end: the beginning of every address in a package. */
    @WithDefault("http://127.0.0.1:8081")
    String baseUrl();

    /** Who answers for the frameworks that were made here: CASE asks for a creator. */
    @WithDefault("Dual-training catalog")
    String creator();

    default Addresses addresses() {
        return new Addresses(baseUrl());
    }
}
