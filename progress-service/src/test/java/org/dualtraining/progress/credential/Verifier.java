package org.dualtraining.progress.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Somebody without a token who was shown a credential: has the public doors and the JDK, and none of our classes. */
final class Verifier {

    private static final String ELSEWHERE = "http://127.0.0.1:8083";

    JsonPath header(String credential) {
        return part(credential, 0);
    }

    JsonPath payload(String credential) {
        return part(credential, 1);
    }

    private static JsonPath part(String credential, int index) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(credential.split("\\.")[index]), StandardCharsets.UTF_8));
    }

    /** What the address of the credential's issuer answers with. */
    Map<String, Object> issuer(String credential) {
        return given().get(local(payload(credential).getString("issuer.id")))
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    /** With the key that the set of keys has under the credential's {@code kid}. */
    boolean accepts(String credential) {
        String kid = header(credential).getString("kid");
        List<Map<String, String>> keys = given().get("/api/v1/credential-keys")
                .then()
                .statusCode(200)
                .extract()
                .path("keys");
        Map<String, String> key = keys.stream()
                .filter(candidate -> member(candidate, "kid").equals(kid))
                .findFirst()
                .orElseThrow();
        assertThat(key).doesNotContainKeys("d", "p", "q", "dp", "dq", "qi");
        Map<String, String> alone =
                given().get(local(kid)).then().statusCode(200).extract().path("");
        assertThat(alone).isEqualTo(key);
        return verifies(credential, key);
    }

    private static boolean verifies(String credential, Map<String, String> jwk) {
        String[] parts = credential.split("\\.");
        assertThat(parts).hasSize(3);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(member(jwk, "n")), number(member(jwk, "e")))));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String member(Map<String, String> object, String name) {
        return Objects.requireNonNull(object.get(name), name);
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    /** Looks into the status list that the credential names. */
    boolean findsRevoked(String credential) {
        Map<String, String> status = payload(credential).getMap("credentialStatus");
        assertThat(status)
                .containsEntry("type", "BitstringStatusListEntry")
                .containsEntry("statusPurpose", "revocation");
        Response answer = given().get(local(member(status, "statusListCredential")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/vc+jwt");
        String list = answer.asString();
        assertThat(accepts(list)).isTrue();
        return bit(payload(list).getString("credentialSubject.encodedList"), member(status, "statusListIndex"));
    }

    private static boolean bit(String encodedList, String index) {
        byte[] bits = unpacked(encodedList);
        assertThat(bits).hasSizeGreaterThanOrEqualTo(16 * 1024);
        int place = Integer.parseInt(index);
        return (bits[place / 8] >> (7 - place % 8) & 1) == 1;
    }

    static byte[] unpacked(String encodedList) {
        assertThat(encodedList).startsWith("u");
        byte[] compressed = Base64.getUrlDecoder().decode(encodedList.substring(1));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address as this test run reaches it. */
    static String local(String address) {
        assertThat(address).startsWith(ELSEWHERE);
        return address.substring(ELSEWHERE.length());
    }
}
