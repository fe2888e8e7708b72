package org.dualtraining.progress.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What credentials say of who issued them, and where verifiers find what they need. */
@ConfigMapping(prefix = "dual-training.credentials")
public interface CredentialsConfig {

    /** Where others reach this service, without a slash at the end: the beginning of the addresses of keys and status. */
    @WithDefault("http://127.0.0.1:8083")
    String url();

    /** Where others reach the catalog, without a slash at the end: the beginning of the addresses of competencies. */
    @WithDefault("http://127.0.0.1:8081")
    String catalogUrl();

    Issuer issuer();

    /** The RSA private key that signs: PKCS#8, base64 on one line. Packaged, the service does not start without it. */
    Optional<String> signingKey();

    /** RSA public keys (X.509, base64) that signed before, or will: verifiers find them, and nothing is signed with them. */
    Optional<List<String>> furtherKeys();

    /** The agency that answers for what the credentials say. */
    interface Issuer {

        /** A URI that stands for the agency, and stays; without it, the address of the profile that this service has. */
        Optional<String> id();

        /** How the agency is called. */
        @WithDefault("Dual-training agency")
        String name();
    }
}
