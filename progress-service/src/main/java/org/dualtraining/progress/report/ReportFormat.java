package org.dualtraining.progress.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.dualtraining.kit.problem.Malformed;
import org.jspecify.annotations.Nullable;

/** What a report can be had as. */
public final class ReportFormat {

    public static final String CSV = "text/csv";

    private static final MediaType CSV_TYPE = MediaType.valueOf(CSV);

    private ReportFormat() {}

    /**
     * The report as the caller wants it.
     *
     * @param name the query parameter, which wins because a link cannot carry an Accept header
     */
    public static Response answer(
            @Nullable String name, HttpHeaders headers, Supplier<?> json, Supplier<CsvTable> csv) {
        return isCsv(name, headers)
                ? file(csv.get())
                : Response.ok(json.get(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** A file that a browser keeps and does not show. */
    public static Response file(CsvTable table) {
        return Response.ok(table, CSV_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.name() + ".csv\"")
                .build();
    }

    private static boolean isCsv(@Nullable String name, HttpHeaders headers) {
        if (name != null) {
            if (!name.equals("json") && !name.equals("csv")) {
                throw new Malformed("format", "must be json or csv");
            }
            return name.equals("csv");
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (accepted.isCompatible(CSV_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
