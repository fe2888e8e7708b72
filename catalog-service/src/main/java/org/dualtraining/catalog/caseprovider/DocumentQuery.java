package org.dualtraining.catalog.caseprovider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dualtraining.catalog.casepackage.CaseVersion;
import org.dualtraining.catalog.casepackage.DocumentFields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query of CASE, which only CFDocuments has. Use as {@code @BeanParam}. */
public class DocumentQuery {

    private static final int DEFAULT_LIMIT = 100;

    @Parameter(description = "how many documents at most, from 1; default 100")
    @QueryParam("limit")
    @Nullable
    String limit;

    @Parameter(description = "how many to leave out at the beginning, from 0; default 0")
    @QueryParam("offset")
    @Nullable
    String offset;

    @Parameter(description = "field to sort by, dots lead into links: `title`; an unknown one gives the default order")
    @QueryParam("sort")
    @Nullable
    String sort;

    @Parameter(description = "direction of sort", schema = @Schema(enumeration = {"asc", "desc"}))
    @QueryParam("orderBy")
    @Nullable
    String orderBy;

    @Parameter(
            description =
                    "`<field><predicate>'<value>'` with = != > >= < <= or ~ (contains), and optionally AND or OR and a"
                            + " second one; case does not count",
            example = "title~'health' AND adoptionStatus='Implemented'")
    @QueryParam("filter")
    @Nullable
    String filter;

    @Parameter(description = "fields to answer, by commas; an unknown one answers all", example = "identifier,title")
    @QueryParam("fields")
    @Nullable
    String fields;

    int limit() {
        return number("limit", limit, DEFAULT_LIMIT, 1);
    }

    int offset() {
        return number("offset", offset, 0, 0);
    }

    private static int number(String name, @Nullable String text, int absent, int least) {
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the refusal below says what would be right
        }
        throw CaseFailure.bad("invalid_data", "The parameter " + name + " must be a whole number from " + least + ".");
    }

    /** The documents that the filter lets through, in the order that is asked for; ties go by identifier. */
    List<ObjectNode> select(CaseVersion version, List<ObjectNode> documents) {
        Stream<ObjectNode> found = documents.stream();
        if (filter != null) {
            Filter read = Filter.read(version, filter);
            found = found.filter(read::holds);
        }
        return found.sorted(order(version)).toList();
    }

    private Comparator<ObjectNode> order(CaseVersion version) {
        Comparator<ObjectNode> byId =
                Comparator.comparing(document -> document.path("identifier").asText());
        boolean isDescending = orderBy != null && orderBy.strip().equalsIgnoreCase("desc");
        if (sort == null || !DocumentFields.isKnown(version, sort.strip())) {
            return isDescending && sort == null ? byId.reversed() : byId;
        }
        String field = sort.strip();
        Comparator<String> values =
                isDescending ? (one, other) -> FieldValues.compare(other, one) : FieldValues::compare;
        return Comparator.comparing((ObjectNode document) -> first(document, field), Comparator.nullsLast(values))
                .thenComparing(byId);
    }

    private static @Nullable String first(ObjectNode document, String field) {
        List<String> values = FieldValues.at(document, field).values();
        return values.isEmpty() ? null : values.get(0);
    }

    /** Blank is not the same as absent, which JAX-RS does not tell apart. */
    void requireFields(MultivaluedMap<String, String> query) {
        boolean isGiven = query.containsKey("fields");
        if (isGiven && (fields == null || Stream.of(fields.split(",", -1)).anyMatch(String::isBlank))) {
            throw CaseFailure.bad("invalid_selection_field", "The parameter fields must name fields, by commas.");
        }
    }

    /** Only the members that are asked for. */
    ObjectNode selected(CaseVersion version, ObjectNode document) {
        if (fields == null) {
            return document;
        }
        List<String> names = Stream.of(fields.split(",", -1)).map(String::strip).toList();
        return names.stream().allMatch(name -> !name.contains(".") && DocumentFields.isKnown(version, name))
                ? document.deepCopy().retain(names)
                : document;
    }
}
