package org.dualtraining.progress.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final KeyPair first = pair(2048);
    private final KeyPair second = pair(2048);

    @Test
    void after_a_rotation_the_new_key_signs_and_what_the_old_one_signed_is_still_verified() throws JoseException {
        String before = new SigningKeys(config(privateOf(first))).sign("{}", "JWT");

        SigningKeys keys = new SigningKeys(config(privateOf(second), publicOf(first)));

        assertThat(keys.publicKeys()).hasSize(2);
        assertThat(verifies(before, keys.publicKeys().get(0))).isFalse();
        assertThat(verifies(before, keys.publicKeys().get(1))).isTrue();
        assertThat(verifies(keys.sign("{}", "JWT"), keys.publicKeys().get(0))).isTrue();
    }

    @Test
    void a_key_is_found_under_the_name_that_signatures_give() throws JoseException {
        SigningKeys keys = new SigningKeys(config(privateOf(first)));

        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(keys.sign("{}", "JWT"));

        String kid = signature.getKeyIdHeaderValue();
        assertThat(kid).startsWith("https://progress.example.org/api/v1/credential-keys/");
        assertThat(keys.publicKey(kid.substring(kid.lastIndexOf('/') + 1))).hasValueSatisfying(key -> assertThat(key)
                .containsEntry("kid", kid)
                .containsOnlyKeys("kty", "kid", "use", "alg", "n", "e"));
    }

    @Test
    void without_a_key_or_with_one_that_is_none_or_too_short_the_service_does_not_start_and_says_which() {
        assertThatThrownBy(() -> new SigningKeys(new Settings(Optional.empty(), Optional.empty())))
                .hasMessageContaining("refusing to start: dual-training.credentials.signing-key is not set");
        assertThatThrownBy(() -> new SigningKeys(config("bm9uZQ==")))
                .hasMessageContaining("dual-training.credentials.signing-key")
                .hasMessageNotContaining("bm9uZQ==");
        assertThatThrownBy(() -> new SigningKeys(config(privateOf(first), "bm9uZQ==")))
                .hasMessageContaining("dual-training.credentials.further-keys");
        assertThatThrownBy(() -> new SigningKeys(config(privateOf(pair(1024)))))
                .hasMessageContaining("fewer than 2048 bits");
    }

    private static boolean verifies(String compact, Map<String, Object> jwk) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(compact);
        signature.setKey(new RsaJsonWebKey(jwk).getKey());
        return signature.verifySignature();
    }

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String privateOf(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    private static String publicOf(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static CredentialsConfig config(String signingKey, String... furtherKeys) {
        return new Settings(Optional.of(signingKey), Optional.of(List.of(furtherKeys)));
    }

    private record Settings(Optional<String> signingKey, Optional<List<String>> furtherKeys)
            implements CredentialsConfig {

        @Override
        public String url() {
            return "https://progress.example.org";
        }

        @Override
        public String catalogUrl() {
            return "https://catalog.example.org";
        }

        @Override
        public Issuer issuer() {
            throw new AssertionError("keys need no issuer");
        }
    }
}
