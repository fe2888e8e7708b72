package org.dualtraining.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dualtraining.catalog.CatalogApi.FRAMEWORKS;
import static org.dualtraining.catalog.CatalogApi.college;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dualtraining.catalog.CatalogApi;
import org.dualtraining.catalog.WithServers;
import org.dualtraining.catalog.upload.Uploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithServers
class FrameworkExportResourceTest {

    @Inject
    Uploads uploads;

    @Inject
    ExportFormats formats;

    private UUID framework = new UUID(0, 0);

    @BeforeEach
    void publish() {
        framework = CatalogApi.published(CatalogApi.seedFor(CatalogApi.newOccupation()));
    }

    /** Nothing can be made while this test has the turn. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "ctdl-asn"})
    void what_the_caller_has_is_not_made_again(String format) {
        String tag = export(format).then().statusCode(200).extract().header("ETag");

        int status = uploads.inTurn(() -> college()
                .header("If-None-Match", tag)
                .queryParam("format", format)
                .get(FRAMEWORKS + framework + "/versions/1/export")
                .statusCode());

        assertThat(status).isEqualTo(304);
    }

    @Test
    void exports_are_made_in_turn() throws Exception {
        byte[] before = export("csv").asByteArray();

        CompletableFuture<Response> waiting = uploads.inTurn(() -> {
            CompletableFuture<Response> asked = CompletableFuture.supplyAsync(() -> export("csv"));
            assertThatThrownBy(() -> asked.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return asked;
        });

        assertThat(waiting.get(20, TimeUnit.SECONDS).asByteArray()).isEqualTo(before);
    }

    @Test
    void a_tag_is_of_one_provider_only() {
        ExportFormat format = formats.named("ctdl-asn");

        assertThat(FrameworkExportResource.tag(format, 1, provider("https://a.example", "Catalog")))
                .isEqualTo(FrameworkExportResource.tag(format, 1, provider("https://a.example", "Catalog")))
                .isNotEqualTo(FrameworkExportResource.tag(format, 2, provider("https://a.example", "Catalog")))
                .isNotEqualTo(FrameworkExportResource.tag(format, 1, provider("https://b.example", "Catalog")))
                .isNotEqualTo(FrameworkExportResource.tag(format, 1, provider("https://a.example", "Other")));
    }

    private Response export(String format) {
        return college().queryParam("format", format).get(FRAMEWORKS + framework + "/versions/1/export");
    }

    private static ProviderConfig provider(String url, String name) {
        return new ProviderConfig() {
            @Override
            public String url() {
                return url;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
