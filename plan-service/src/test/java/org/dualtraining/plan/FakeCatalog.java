package org.dualtraining.plan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands where catalog-service stands: one framework with a published version 1 and a version 2 that was given up as a draft, over HTTP. Refuses
 * calls without a bearer token, as the catalog does.
 */
public final class FakeCatalog implements QuarkusTestResourceLifecycleManager {

    static final UUID FRAMEWORK = UUID.fromString("6a1d2e3f-4b5c-5d6e-8f70-8192a3b4c5d6");
    static final UUID CERTIFICATION = UUID.fromString("7b2e3f40-5c6d-5e7f-9081-92a3b4c5d6e7");
    static final UUID OCCUPATION = UUID.fromString("8c3f4051-6d7e-5f80-a192-a3b4c5d6e7f8");

    /** Ten of related instruction, then five on the job. */
    static final List<UUID> COMPETENCIES = IntStream.range(0, 15)
            .mapToObj(i -> UUID.nameUUIDFromBytes(("competency " + i).getBytes(StandardCharsets.UTF_8)))
            .toList();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", FakeCatalog::answer);
            started.start();
            server = started;
            return Map.of(
                    "quarkus.rest-client.catalog.url",
                    "http://127.0.0.1:" + started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean hasToken = exchange.getRequestHeaders().containsKey("Authorization");
        @Nullable String body = hasToken ? body(path) : null;
        if (body == null && hasToken) {
            body = FakeRevisions.body(path, exchange.getRequestURI().getQuery());
        }
        byte[] bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(!hasToken ? 401 : body == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static @Nullable String body(String path) {
        String framework = "/api/v1/frameworks/" + FRAMEWORK;
        if (path.equals(framework)) {
            return """
                    {"id":"%s","title":"Electronic Health Records Specialists","latestPublished":1,
                     "occupation":{"id":"%s","title":"Electronic Health Records Specialist"},"versions":[{"number":1,"status":"PUBLISHED","publishedAt":"2026-01-01T00:00:00Z"},
                      {"number":2,"status":"RETIRED"}]}
                    """.formatted(FRAMEWORK, OCCUPATION);
        }
        if (path.equals(framework + "/versions/1")) {
            return version(1, "PUBLISHED");
        }
        if (path.equals(framework + "/versions/2")) {
            return version(2, "RETIRED");
        }
        if (path.equals("/api/v1/occupations/" + OCCUPATION)) {
            return """
                    {"id":"%s","title":"Electronic Health Records Specialist","alternateTitles":[],"codes":[
                      {"system":"ONET_SOC_2019","code":"29-2072.00","origin":"DOCUMENT"},
                      {"system":"RAPIDS","code":"2029","approach":"HYBRID","origin":"DOCUMENT"}]}
                    """.formatted(OCCUPATION);
        }
        return COMPETENCIES.stream().anyMatch(id -> path.equals("/api/v1/competencies/" + id))
                ? "{\"id\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}"
                : null;
    }

    private static String version(int number, String status) {
        return """
                {"frameworkId":"%s","number":%d,"status":"%s","sections":[
                  {"kind":"INDUSTRY_SECTOR_TECHNICAL","recommendedDelivery":"RELATED_INSTRUCTION","competencies":[%s]},
                  {"kind":"OCCUPATION_SPECIFIC","recommendedDelivery":"ON_THE_JOB","competencies":[%s]}],
                 "formOrder":[%s],"certifications":[{"id":"%s","name":"EHR Specialist"}],"findings":[],
                 "provenance":{"basedOn":[{"title":"Health: Allied Health Competency Model","date":"December 2011"}],
                  "source":{"name":"seed.txt","sha256":"00"}},
                 "schedule":{"details":{"Term (in months)":"24"},
                  "workProcesses":[{"title":"Patient records","hours":{"minimum":500,"maximum":1000},
                    "competencyIds":["%s"],"answers":[]}],
                  "relatedInstruction":[{"competencyId":"%s","title":"Competency 0","group":"Year One","hours":48.5,
                    "unit":"HOURS"}],
                  "wageSchedule":[]}}
                """.formatted(
                        FRAMEWORK,
                        number,
                        status,
                        competencies(0, 10),
                        competencies(10, 15),
                        COMPETENCIES.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",")),
                        CERTIFICATION,
                        COMPETENCIES.get(10),
                        COMPETENCIES.get(0));
    }

    private static String competencies(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"id\":\"%s\",\"name\":\"Competency %d\",\"definition\":\"d\",\"core\":true}"
                        .formatted(COMPETENCIES.get(i), i))
                .collect(Collectors.joining(","));
    }
}
