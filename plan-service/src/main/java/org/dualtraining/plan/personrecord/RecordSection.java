package org.dualtraining.plan.personrecord;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * One list of a person's record.
 *
 * @param first the key before all others
 * @param sql selects the key, as text, and the row as a JSON document, of the persons {@code :persons} after
 *     {@code :after}, in the order of keys, at most {@code :rows}
 */
record RecordSection(String name, String first, String sql) {

    /** Rows read at once; no more of a record is ever in memory. */
    private static final int ROWS = 200;

    /** The rows after a key; fewer than asked for at the end. */
    List<Row> after(Jdbi jdbi, Collection<UUID> persons, String key) {
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bindArray("persons", UUID.class, persons.toArray())
                .bind("after", key)
                .bind("rows", ROWS)
                .map((row, context) -> new Row(row.getString(1), row.getString(2)))
                .list());
    }

    static boolean isLast(List<Row> rows) {
        return rows.size() < ROWS;
    }

    /** One row, and the key that the next rows come after. */
    record Row(String key, String json) {}
}
