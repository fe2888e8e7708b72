package org.dualtraining.progress.reconciliation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualtraining.progress.Facts;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Stands where plan-service stands: digests of plans over HTTP, by pages or by name, for whoever has a bearer token. */
final class FakePlanService implements AutoCloseable {

    private static final int PAGE = 7;

    /** By their text, which has the order of their bytes. */
    private final NavigableMap<String, Map<String, Object>> digests = new ConcurrentSkipListMap<>();

    private final AtomicInteger named = new AtomicInteger();
    private final HttpServer server;

    FakePlanService() throws IOException {
        URI address = URI.create(ConfigProvider.getConfig().getValue("quarkus.rest-client.plan.url", String.class));
        server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.createContext("/api/v1/training-plans/digests", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    void say(UUID planId, long version, String status, UUID employerId, boolean announced, Collection<?> lines) {
        Map<String, Object> digest = new LinkedHashMap<>();
        digest.put("planId", planId);
        digest.put("epoch", 1);
        digest.put("version", version);
        digest.put("status", status);
        digest.put("employerId", employerId);
        digest.put("announced", announced);
        digest.put("lines", List.copyOf(lines));
        digest.put("somethingNew", "that this service does not know yet");
        digests.put(planId.toString(), digest);
    }

    /** How often it was asked for plans by name. */
    int askedByName() {
        return named.get();
    }

    void forget(UUID planId) {
        digests.remove(planId.toString());
    }

    static Map<String, Object> line(UUID competency, String disposition, String state, @Nullable String completedOn) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("competencyId", competency);
        line.put("disposition", disposition);
        line.put("state", state);
        if (completedOn != null) {
            line.put("completedOn", completedOn);
        }
        return line;
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean hasToken = exchange.getRequestHeaders().containsKey("Authorization");
        byte[] body = Facts.json(hasToken ? page(exchange.getRequestURI().getQuery()) : Map.of())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(hasToken ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Map<String, Object> page(String query) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = "";
        boolean isNamed = false;
        for (String parameter : query.split("&")) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (parameter.startsWith("plan=")) {
                isNamed = true;
                Map<String, Object> digest = digests.get(value);
                if (digest != null) {
                    items.add(digest);
                }
            } else if (parameter.startsWith("cursor=")) {
                cursor = value;
            }
        }
        if (isNamed) {
            named.incrementAndGet();
            return Map.of("items", items);
        }
        digests.tailMap(cursor, false).values().stream().limit(PAGE).forEach(items::add);
        boolean isLast = items.size() < PAGE;
        return isLast
                ? Map.of("items", items)
                : Map.of(
                        "items",
                        items,
                        "next",
                        String.valueOf(items.get(PAGE - 1).get("planId")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
