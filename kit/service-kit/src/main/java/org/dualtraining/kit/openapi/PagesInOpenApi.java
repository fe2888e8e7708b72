package org.dualtraining.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.dualtraining.kit.page.Page;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names the schema of a page after the schema that is on it; the generator names it after a class of ours. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PagesInOpenApi implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PAGE = Page.class.getSimpleName();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Map<String, String> renamed = new HashMap<>();
        schemas.forEach((name, schema) -> {
            Schema items = name.startsWith(PAGE) && schema.getProperties() != null
                    ? schema.getProperties().get("items")
                    : null;
            if (items != null) {
                renamed.put(name, PAGE + nameIn(items.getItems().getRef()));
            }
        });
        Map<String, Schema> all = new TreeMap<>();
        schemas.forEach((name, schema) -> all.put(renamed.getOrDefault(name, name), schema));
        document.getComponents().setSchemas(all);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .forEach(type -> rename(type, renamed));
    }

    private static void rename(MediaType type, Map<String, String> renamed) {
        Schema schema = type.getSchema();
        if (schema != null && schema.getRef() != null) {
            String name = nameIn(schema.getRef());
            schema.setRef(SCHEMAS + renamed.getOrDefault(name, name));
        }
    }

    private static String nameIn(String reference) {
        return reference.substring(SCHEMAS.length());
    }
}
