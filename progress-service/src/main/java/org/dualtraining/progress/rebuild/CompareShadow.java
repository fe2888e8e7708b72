package org.dualtraining.progress.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Handle;

/** Holds what the history gives against what there is, table by table (guarantees R15). */
@ApplicationScoped
class CompareShadow {

    private static final int SAMPLE = 20;

    /** @param snapshot in which both intakes stand at the same positions */
    List<TableComparison> handle(Handle snapshot) {
        List<TableComparison> comparisons = new ArrayList<>();
        for (ComparedTable table : tables(snapshot)) {
            comparisons.add(compare(snapshot, table));
        }
        return comparisons;
    }

    private static TableComparison compare(Handle snapshot, ComparedTable table) {
        Digest here = digest(snapshot, table, "public");
        Digest there = digest(snapshot, table, "shadow");
        boolean isEqual = here.equals(there);
        long missing = isEqual || !table.isFact()
                ? 0
                : snapshot.createQuery(table.missing()).mapTo(Long.class).one();
        List<UUID> plans = isEqual || !table.isOfPlans()
                ? List.of()
                : snapshot.createQuery(table.differingPlans(SAMPLE))
                        .mapTo(UUID.class)
                        .list();
        return new TableComparison(
                table.name(),
                table.kind(),
                here.rows(),
                there.rows(),
                here.hash(),
                there.hash(),
                isEqual,
                missing,
                plans);
    }

    private static Digest digest(Handle snapshot, ComparedTable table, String schema) {
        return snapshot.createQuery(table.digest(schema))
                .map((row, context) -> new Digest(row.getLong("rows"), row.getString("hash")))
                .one();
    }

    private static List<ComparedTable> tables(Handle snapshot) {
        Map<String, ComparedTable> tables = new LinkedHashMap<>();
        snapshot.createQuery("""
                        SELECT c.relname AS table_name, public.rebuild_treatment(c.relname) AS kind, a.attname AS name,
                               format_type(a.atttypid, a.atttypmod) AS type,
                               coalesce(a.attnum = ANY (i.indkey), false) AS is_key
                        FROM pg_class c
                        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                          AND public.rebuild_treatment(c.relname) IN ('FACT', 'DERIVED')
                        ORDER BY c.relname, a.attnum
                        """).map(RecordMapper.of(ColumnRow.class)).forEach(row -> tables.computeIfAbsent(
                        row.tableName(), name -> new ComparedTable(name, row.kind(), new ArrayList<>()))
                .columns()
                .add(new ComparedTable.Column(row.name(), row.type(), row.isKey())));
        return List.copyOf(tables.values());
    }

    /** Public, or Jdbi does not see its members. */
    public record ColumnRow(String tableName, String kind, String name, String type, boolean isKey) {}

    private record Digest(long rows, String hash) {}
}
