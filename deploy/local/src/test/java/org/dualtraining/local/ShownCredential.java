package org.dualtraining.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** A credential in the hands of somebody who knows nothing but what stands in it: no token, no configuration. */
record ShownCredential(String compact) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    boolean isSigned() throws IOException, InterruptedException, GeneralSecurityException {
        JsonNode key = Cohort.JSON.readTree(get(part(0).path("kid").asText()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")))));
        int dot = compact.lastIndexOf('.');
        signature.update(compact.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(compact.substring(dot + 1)));
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }

    boolean isRevoked() throws IOException, InterruptedException {
        JsonNode status = part(1).path("credentialStatus");
        ShownCredential list =
                new ShownCredential(get(status.path("statusListCredential").asText()));
        String encoded =
                list.part(1).path("credentialSubject").path("encodedList").asText();
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        int place = status.path("statusListIndex").asInt();
        try (GZIPInputStream bits = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return (bits.readAllBytes()[place / 8] >> (7 - place % 8) & 1) == 1;
        }
    }

    private JsonNode part(int index) throws IOException {
        return Cohort.JSON.readTree(Base64.getUrlDecoder().decode(compact.split("\\.")[index]));
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
