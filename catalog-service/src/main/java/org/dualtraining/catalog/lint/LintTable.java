package org.dualtraining.catalog.lint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a table of resources/lint. */
final class LintTable {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private LintTable() {}

    static <T> List<T> rows(String name, Class<T> row) {
        try (InputStream table = LintTable.class.getResourceAsStream("/lint/" + name)) {
            if (table == null) {
                throw new IllegalStateException("the resource /lint/" + name + " is missing");
            }
            return JSON.readerForListOf(row).readValue(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
