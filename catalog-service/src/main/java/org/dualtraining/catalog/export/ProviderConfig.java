package org.dualtraining.catalog.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who this catalog is, for those who read what it gives out. */
@ConfigMapping(prefix = "dual-training.provider")
public interface ProviderConfig {

    /** Where others reach this service, without a slash at the end: the beginning of every address in what it exports. */
    @WithDefault("http://127.0.0.1:8081")
    String url();

    /** Who answers for the frameworks: creator or publisher where a format asks for one. */
    @WithDefault("Dual-training catalog")
    String name();
}
