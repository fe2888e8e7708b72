package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page, and where the others are. */
record PageOfDocuments(List<ObjectNode> documents, int total, int offset, int limit) {

    static PageOfDocuments of(List<ObjectNode> found, int offset, int limit) {
        int from = Math.min(offset, found.size());
        int to = (int) Math.min((long) from + limit, found.size());
        return new PageOfDocuments(found.subList(from, to), found.size(), offset, limit);
    }

    /** @param address of the list, without a query */
    String links(String address, MultivaluedMap<String, String> query) {
        int last = total == 0 ? 0 : (total - 1) / limit * limit;
        List<String> links = new ArrayList<>();
        if ((long) offset + limit < total) {
            links.add(link(address, query, offset + limit, "next"));
        }
        if (offset > 0) {
            links.add(link(address, query, Math.max(0, Math.min(offset - limit, last)), "prev"));
        }
        links.add(link(address, query, 0, "first"));
        links.add(link(address, query, last, "last"));
        return String.join(", ", links);
    }

    private String link(String address, MultivaluedMap<String, String> query, int to, String rel) {
        StringBuilder uri = new StringBuilder(address + "?limit=" + limit + "&offset=" + to);
        query.forEach((name, values) -> {
            if (!name.equals("limit") && !name.equals("offset")) {
                values.forEach(value ->
                        uri.append('&').append(encoded(name)).append('=').append(encoded(value)));
            }
        });
        return "<" + uri + ">; rel=\"" + rel + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
