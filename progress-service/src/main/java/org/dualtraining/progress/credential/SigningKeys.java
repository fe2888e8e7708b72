package org.dualtraining.progress.credential;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * The key that signs, and the public keys that verifiers are told. A key is called by its thumbprint (RFC 7638), so that
 * its name says which key it is, and its {@code kid} is the address at which it is found (Open Badges 3.0, section 8).
 */
@ApplicationScoped
class SigningKeys {

    static final String PATH = "/api/v1/credential-keys";

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int LEAST_BITS = 2048;

    private final String address;
    private final RSAPrivateCrtKey signing;
    private final String signingId;
    private final Map<String, RSAPublicKey> byId = new LinkedHashMap<>();

    @Inject
    SigningKeys(CredentialsConfig config) {
        this.address = config.url() + PATH + "/";
        this.signing = config.signingKey().map(SigningKeys::privateKey).orElseGet(SigningKeys::ephemeral);
        this.signingId = offer(publicPart(signing));
        config.furtherKeys().orElse(List.of()).forEach(key -> offer(furtherKey(key)));
    }

    /** A key that is no key shall stop the start, and not the first apprentice who asks. */
    void check(@Observes StartupEvent started) {
        LOG.infof("credentials are signed with key %s, of %d that verify", signingId, byId.size());
    }

    /** Names the signing key, so that what depends on it can be told apart. */
    String signingId() {
        return signingId;
    }

    /** @param type the {@code typ} of the header */
    String sign(String payload, String type) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setKeyIdHeaderValue(address + signingId);
        jws.setHeader("typ", type);
        jws.setPayload(payload);
        jws.setKey(signing);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
    }

    /** The signing key first. */
    List<Map<String, Object>> publicKeys() {
        return byId.entrySet().stream()
                .map(key -> jwk(key.getKey(), key.getValue()))
                .toList();
    }

    Optional<Map<String, Object>> publicKey(String id) {
        return Optional.ofNullable(byId.get(id)).map(key -> jwk(id, key));
    }

    private Map<String, Object> jwk(String id, RSAPublicKey key) {
        RsaJsonWebKey jwk = new RsaJsonWebKey(key);
        jwk.setKeyId(address + id);
        jwk.setUse("sig");
        jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return jwk.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    private String offer(RSAPublicKey key) {
        if (key.getModulus().bitLength() < LEAST_BITS) {
            throw new IllegalStateException("a key of dual-training.credentials has fewer than 2048 bits");
        }
        String id = new RsaJsonWebKey(key).calculateBase64urlEncodedThumbprint(HashUtil.SHA_256);
        byId.put(id, key);
        return id;
    }

    private static RSAPrivateCrtKey privateKey(String base64) {
        try {
            return (RSAPrivateCrtKey) rsa().generatePrivate(new PKCS8EncodedKeySpec(bytes(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // without the cause: its message might quote the key
            throw new IllegalStateException(
                    "dual-training.credentials.signing-key is not an RSA private key (PKCS#8, base64)");
        }
    }

    private static RSAPublicKey furtherKey(String base64) {
        try {
            return (RSAPublicKey) rsa().generatePublic(new X509EncodedKeySpec(bytes(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "dual-training.credentials.further-keys holds what is not an RSA public key (X.509, base64)", e);
        }
    }

    private static RSAPublicKey publicPart(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) rsa().generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For development and tests only: what it signs can be verified until the process ends. */
    private static RSAPrivateCrtKey ephemeral() {
        if (!LaunchMode.current().isDevOrTest()) {
            throw new IllegalStateException(
                    "refusing to start: dual-training.credentials.signing-key is not set (an RSA private key, PKCS#8,"
                            + " base64)");
        }
        LOG.warn("credentials are signed with a key that ends with this process: set"
                + " dual-training.credentials.signing-key");
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(LEAST_BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }
}
