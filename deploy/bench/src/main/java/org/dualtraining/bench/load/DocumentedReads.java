package org.dualtraining.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The reads that a service documents, as addresses that can be asked: a new one is asked without anybody's doing. */
public final class DocumentedReads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String address;

    public DocumentedReads(String address) {
        this.address = address;
    }

    /**
     * All that need no query parameter, and no id but the known ones. The stream of events is no read.
     *
     * @param ids by what comes before the id in the path, such as "training-plans"
     */
    public List<String> urls(Map<String, String> ids) {
        List<String> urls = new ArrayList<>();
        document().path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            String filled = filled(path.getKey(), ids);
            if (get.isObject()
                    && !filled.contains("{")
                    && !filled.endsWith("/events")
                    && needsNoMore(path.getValue())) {
                urls.add(address + filled);
            }
        });
        return urls;
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replaceAll("/" + id.getKey() + "/\\{[^}]*}", "/" + id.getKey() + "/" + id.getValue());
        }
        return filled;
    }

    private static boolean needsNoMore(JsonNode path) {
        for (JsonNode parameters :
                List.of(path.path("parameters"), path.path("get").path("parameters"))) {
            for (JsonNode parameter : parameters) {
                if (parameter.path("required").asBoolean()
                        && !parameter.path("in").asText().equals("path")) {
                    return false;
                }
            }
        }
        return true;
    }

    private JsonNode document() {
        try {
            return JSON.readTree(URI.create(address + "/q/openapi?format=json").toURL());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
