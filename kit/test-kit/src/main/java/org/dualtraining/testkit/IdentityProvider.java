package org.dualtraining.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Stands where Keycloak stands in production: holds a key pair made here, and mints the tokens of each role. */
public final class IdentityProvider {

    public static final String ISSUER = "https://identity.dual-training.local";
    public static final String AUDIENCE = "dual-training";

    private static final String FILE = "identity.key";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private IdentityProvider(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** With new keys. */
    public static IdentityProvider create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            return new IdentityProvider(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the key that the directory keeps; made at the first call, readable by this user only. */
    public static IdentityProvider keptIn(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(directory);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, create().privateKey());
            }
            return of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IdentityProvider of(String privateKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            return new IdentityProvider(
                    key, keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This is not an RSA key", e);
        }
    }

    /** The body of the PEM, as {@code quarkus.oidc.public-key} wants it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    String privateKey() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    public Tokens tokens() {
        return new Tokens(privateKey);
    }
}
