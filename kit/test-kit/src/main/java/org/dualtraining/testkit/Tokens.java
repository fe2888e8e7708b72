package org.dualtraining.testkit;

import java.security.PrivateKey;
import java.util.UUID;

/**
 * Bearer tokens of each role. In a {@code @QuarkusTest} with {@link ServiceTestResource}: {@code Tokens.ofThisTestRun()}.
 */
public final class Tokens {

    /** The test resource and the tests live in different class loaders: a system property is what they share. */
    static final String KEY_PROPERTY = "dual-training.test.identity-key";

    private final PrivateKey key;

    Tokens(PrivateKey key) {
        this.key = key;
    }

    public static Tokens ofThisTestRun() {
        String privateKey = System.getProperty(KEY_PROPERTY);
        if (privateKey == null) {
            throw new IllegalStateException("Annotate the test with @QuarkusTestResource(ServiceTestResource.class)");
        }
        return IdentityProvider.of(privateKey).tokens();
    }

    public String agency() {
        return token().role("agency").mint();
    }

    public String college(UUID providerId) {
        return token().role("college")
                .claim("provider_id", providerId.toString())
                .mint();
    }

    public String employer(UUID employerId) {
        return token().role("employer")
                .claim("employer_id", employerId.toString())
                .mint();
    }

    public String apprentice(UUID apprenticeId) {
        return token().role("apprentice")
                .claim("apprentice_id", apprenticeId.toString())
                .mint();
    }

    public String dashboard() {
        return token().role("dashboard").mint();
    }

    /** A good token without a role, to be changed into what a test or a caller needs. */
    public TokenBuilder token() {
        return new TokenBuilder(key);
    }
}
