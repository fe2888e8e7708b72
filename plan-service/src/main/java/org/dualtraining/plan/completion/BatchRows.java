package org.dualtraining.plan.completion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dualtraining.kit.problem.Malformed;

/**
 * Cuts a JSON array into its rows before any of them is read strictly: a row with a duplicate member or an endless number
 * is refused alone. An array that is none, or is nested more deeply than any request, is refused whole.
 */
@ApplicationScoped
public class BatchRows {

    private static final int ARRAY_AND_ROW = 21;

    private final ObjectMapper json;
    private final JsonFactory lenient = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ARRAY_AND_ROW)
                    .build())
            .build();

    @Inject
    BatchRows(ObjectMapper json) {
        this.json = json;
    }

    public List<RawRow> read(byte[] body) {
        List<RawRow> rows = new ArrayList<>();
        try (JsonParser parser = lenient.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new Malformed("", "must be an array of course completions");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == TooManyRows.MOST) {
                    throw new TooManyRows();
                }
                int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                parser.skipChildren();
                parser.finishToken();
                int to = Math.toIntExact(parser.currentLocation().getByteOffset());
                rows.add(RawRow.parse(rows.size() + 1, json, body, from, to - from));
            }
            if (parser.nextToken() != null) {
                throw new Malformed("", "must end with the array");
            }
        } catch (IOException e) {
            throw new Malformed("", "must be one well-formed JSON array in UTF-8, nested at most 20 deep");
        }
        return rows;
    }
}
