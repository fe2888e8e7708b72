package org.dualtraining.kit.header;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;

/**
 * A Content-Type that is none counts as missing, which is answered 415, and so does such an Accept, which takes anything then;
 * reading them would be a 500. If-None-Match is
 * compared weakly (RFC 9110, 13.1.2): proxies that compress make our strong tags weak ones.
 */
@Provider
@PreMatching
public class EvenHeaders implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        forgetUnlessMediaTypes(headers, HttpHeaders.CONTENT_TYPE);
        forgetUnlessMediaTypes(headers, HttpHeaders.ACCEPT);
        List<String> tags = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            headers.put(
                    HttpHeaders.IF_NONE_MATCH,
                    tags.stream().map(tag -> tag.replace("W/\"", "\"")).toList());
        }
    }

    private static void forgetUnlessMediaTypes(MultivaluedMap<String, String> headers, String name) {
        List<String> lines = headers.get(name);
        if (lines != null
                && !lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",", -1)))
                        .allMatch(EvenHeaders::isMediaType)) {
            headers.remove(name);
        }
    }

    private static boolean isMediaType(String value) {
        try {
            return MediaType.valueOf(value).getSubtype() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
