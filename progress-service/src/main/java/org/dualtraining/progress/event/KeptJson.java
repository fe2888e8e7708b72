package org.dualtraining.progress.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * Reads what of an event was kept. What was let in once stays readable, whatever is refused at a door: rules nest
 * deeper than a request may, and the database writes a number like 1e300 with all its digits.
 */
public final class KeptJson {

    private static final ObjectReader ANY = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .readerFor(JsonNode.class);

    private KeptJson() {}

    public static JsonNode read(String kept) {
        try {
            return ANY.readTree(kept);
        } catch (JsonProcessingException e) {
            // without the message, which may quote what a person is called
            throw new IllegalStateException(
                    "what is kept of an event is not JSON: " + e.getClass().getName());
        }
    }
}
