package org.dualtraining.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private final IdentityProvider identity = IdentityProvider.create();

    @Test
    void a_college_token_verifies_with_the_public_key_and_names_its_party() throws Exception {
        UUID provider = UUID.randomUUID();

        JwtClaims claims = verify(identity.tokens().college(provider));

        assertThat(claims.getStringClaimValue("provider_id")).isEqualTo(provider.toString());
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("college")));
        assertThat(claims.getStringClaimValue("typ")).isEqualTo("Bearer");
    }

    @Test
    void each_broken_token_is_broken() {
        TokenBuilder[] broken = {
            identity.tokens().token().expired(),
            identity.tokens().token().audience("another-system"),
            identity.tokens().token().issuer("https://somebody.else"),
            identity.tokens().token().forged()
        };
        for (TokenBuilder token : broken) {
            assertThatThrownBy(() -> verify(token.mint())).isInstanceOf(InvalidJwtException.class);
        }
    }

    @Test
    void the_kept_key_is_the_same_at_the_next_start_and_nobody_else_reads_it(@TempDir Path directory)
            throws IOException {
        String first = IdentityProvider.keptIn(directory).publicKey();

        assertThat(IdentityProvider.keptIn(directory).publicKey()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("identity.key"))))
                .isEqualTo("rw-------");
    }

    private JwtClaims verify(String token) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(identity.publicKey())));
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(IdentityProvider.ISSUER)
                .setExpectedAudience(IdentityProvider.AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
        return consumer.processToClaims(token);
    }
}
