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
 * A Content-Type that is none counts as missing, which is answered 415; what of an Accept is none is left out, and without a
 * rest it takes anything: reading them would be a 500. If-None-Match is compared weakly (RFC 9110, 13.1.2): proxies that
 * compress make our strong tags weak ones.
 */
@Provider
@PreMatching
public class EvenHeaders implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        MultivaluedMap<String, String> headers = request.getHeaders();
        List<String> types = headers.get(HttpHeaders.CONTENT_TYPE);
        if (types != null && !types.stream().allMatch(EvenHeaders::isMediaType)) {
            headers.remove(HttpHeaders.CONTENT_TYPE);
        }
        List<String> accepted = headers.get(HttpHeaders.ACCEPT);
        if (accepted != null) {
            keepMediaTypes(headers, accepted);
        }
        List<String> tags = headers.get(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            headers.put(
                    HttpHeaders.IF_NONE_MATCH,
                    tags.stream().map(tag -> tag.replace("W/\"", "\"")).toList());
        }
    }

    private static void keepMediaTypes(MultivaluedMap<String, String> headers, List<String> accepted) {
        List<String> types = accepted.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .filter(EvenHeaders::isMediaType)
                .toList();
        if (types.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else {
            headers.put(HttpHeaders.ACCEPT, types);
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
