package org.dualtraining.catalog.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class UploadResourceTest {

    private static final int FIFTY_MEGABYTES = 50 << 20;

    /** A body in chunks does not say how long it is. */
    @Test
    void fifty_megabytes_in_chunks_are_refused_with_a_problem() throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/document-imports", "text/plain", BodyPublishers.ofInputStream(Blanks::new));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(CatalogApi.PROBLEM);
    }

    @Test
    void so_are_fifty_megabytes_of_a_framework() throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/framework-imports", "text/csv", BodyPublishers.ofInputStream(Blanks::new));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(CatalogApi.PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "/", "text/plain; charset=\"", "a/b/c"})
    void a_content_type_that_is_none_is_another_format_and_no_fault(String type) throws Exception {
        for (String path : List.of("/api/v1/document-imports", "/api/v1/framework-imports")) {
            assertThat(post(path, type, BodyPublishers.ofString("x")).statusCode())
                    .isIn(415, 422);
        }
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + Tokens.ofThisTestRun().agency())
                .header("Content-Type", type)
                .POST(body)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }

    /** Fifty megabytes of blanks that nobody holds in memory. */
    private static final class Blanks extends InputStream {

        private int left = FIFTY_MEGABYTES;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }
}
