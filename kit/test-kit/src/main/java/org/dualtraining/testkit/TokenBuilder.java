package org.dualtraining.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A token, good in everything that is not changed. Tests use it to break one thing at a time. */
public final class TokenBuilder {

    private PrivateKey key;
    private String issuer = IdentityProvider.ISSUER;
    private String audience = IdentityProvider.AUDIENCE;
    private String type = "Bearer";
    private Instant issuedAt = Instant.now();
    private Duration validFor = Duration.ofMinutes(10);
    private String subject = UUID.randomUUID().toString();
    private final List<String> roles = new ArrayList<>();
    private final Map<String, String> claims = new HashMap<>();

    TokenBuilder(PrivateKey key) {
        this.key = key;
    }

    public TokenBuilder role(String role) {
        roles.add(role);
        return this;
    }

    public TokenBuilder subject(String value) {
        subject = value;
        return this;
    }

    /** A party: {@code provider_id}, {@code employer_id}, {@code apprentice_id}. */
    public TokenBuilder claim(String name, String value) {
        claims.put(name, value);
        return this;
    }

    public TokenBuilder validFor(Duration value) {
        validFor = value;
        return this;
    }

    /** Was good for ten minutes, an hour ago. */
    public TokenBuilder expired() {
        issuedAt = Instant.now().minus(Duration.ofHours(1));
        return this;
    }

    public TokenBuilder issuer(String value) {
        issuer = value;
        return this;
    }

    public TokenBuilder audience(String value) {
        audience = value;
        return this;
    }

    /** What the claim {@code typ} says: "ID" and "Refresh" are not to be accepted. */
    public TokenBuilder type(String value) {
        type = value;
        return this;
    }

    /** Signed with a key that nobody trusts. */
    public TokenBuilder forged() {
        key = IdentityProvider.create().tokens().token().key;
        return this;
    }

    public String mint() {
        JwtClaimsBuilder jwt = Jwt.claims()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issuedAt(issuedAt)
                .expiresAt(issuedAt.plus(validFor))
                .claim("typ", type)
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", roles));
        claims.forEach(jwt::claim);
        return jwt.jws().sign(key);
    }
}
