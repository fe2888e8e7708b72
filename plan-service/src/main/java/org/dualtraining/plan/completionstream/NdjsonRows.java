package org.dualtraining.plan.completionstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.dualtraining.kit.problem.Malformed;
import org.dualtraining.plan.completion.RawRow;
import org.jspecify.annotations.Nullable;

/** A JSON object in each line. Blank lines are no rows. */
final class NdjsonRows implements Rows {

    private final Lines lines;
    private final ObjectMapper json;
    private int number;

    NdjsonRows(Lines lines, ObjectMapper json) {
        this.lines = lines;
        this.json = json;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.defect() != null) {
                return RawRow.broken(++number, new Malformed("", line.defect()).problem());
            }
            if (!line.isBlank()) {
                byte[] bytes = line.text().getBytes(StandardCharsets.UTF_8);
                return RawRow.parse(++number, json, bytes, 0, bytes.length);
            }
        }
        return null;
    }
}
