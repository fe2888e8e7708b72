package org.dualtraining.plan.personrecord;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dualtraining.plan.personrecord.RecordSection.Row;
import org.jdbi.v3.core.Jdbi;

/** Writes a record while it is read, a few rows at a time: it holds no transaction while the receiver is slow. */
@ApplicationScoped
class PersonRecord {

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    PersonRecord(Jdbi jdbi, ObjectMapper json, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** @param persons all entries of the person: who was entered twice has one record of both */
    void write(UUID apprenticeId, Collection<UUID> persons, OutputStream out) throws IOException {
        try (JsonGenerator document = json.getFactory().createGenerator(out)) {
            document.writeStartObject();
            document.writeStringField("apprenticeId", apprenticeId.toString());
            document.writeStringField("writtenAt", clock.instant().toString());
            for (RecordSection section : RecordSections.ALL) {
                write(section, persons, document);
            }
            document.writeObjectFieldStart("disclosures");
            document.writeNumberField("entries", disclosures(apprenticeId));
            document.writeStringField("href", "/api/v1/apprentices/" + apprenticeId + "/disclosures");
            document.writeEndObject();
            document.writeEndObject();
        }
    }

    private void write(RecordSection section, Collection<UUID> persons, JsonGenerator document) throws IOException {
        document.writeArrayFieldStart(section.name());
        String after = section.first();
        List<Row> rows;
        do {
            rows = section.after(jdbi, persons, after);
            for (Row row : rows) {
                document.writeRawValue(row.json());
                after = row.key();
            }
        } while (!RecordSection.isLast(rows));
        document.writeEndArray();
    }

    private long disclosures(UUID apprenticeId) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT coalesce((SELECT entries FROM disclosure_chain WHERE apprentice_id = :id), 0)")
                .bind("id", apprenticeId)
                .mapTo(Long.class)
                .one());
    }
}
