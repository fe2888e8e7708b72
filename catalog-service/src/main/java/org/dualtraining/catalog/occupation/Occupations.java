package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.kit.database.RecordMapper;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The occupations, with their titles and codes. */
@ApplicationScoped
public class Occupations {

    private static final String SELECT = """
            SELECT o.id, o.key, o.revision, o.title, o.description,
                ARRAY(SELECT t.title FROM occupation_alternate_title t
                      WHERE t.occupation_id = o.id ORDER BY t.position) AS alternate_titles
            FROM occupation o
            """;

    private final Jdbi jdbi;
    private final OccupationCodes codes;
    private final OccupationSearch search;

    @Inject
    Occupations(Jdbi jdbi, OccupationCodes codes, OccupationSearch search) {
        this.jdbi = jdbi;
        this.codes = codes;
        this.search = search;
    }

    Optional<ListedOccupation> find(UUID id) {
        return find(id, "");
    }

    /** As {@link #find}, and nobody else changes it until the commit. */
    Optional<ListedOccupation> findLocked(UUID id) {
        return find(id, " FOR UPDATE");
    }

    private Optional<ListedOccupation> find(UUID id, String lock) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE o.id = :id" + lock)
                .bind("id", id)
                .map(RecordMapper.of(Row.class))
                .findOne()
                .map(row -> row.listed(row.key(), codes.of(List.of(row.key())).getOrDefault(row.key(), List.of()))));
    }

    /** Differs after every change of an occupation: no occupation goes away, and each change counts its revision up. */
    String state() {
        return jdbi.withHandle(h -> h.createQuery("SELECT concat(count(*), '/', sum(revision)) FROM occupation")
                .mapTo(String.class)
                .one());
    }

    /** In the order of their keys, or best first when something is searched for. */
    List<ListedOccupation> page(@Nullable String q, @Nullable String code, PageRequest page) {
        return q == null && code == null ? inOrder(page) : found(search.page(q, code, page));
    }

    private List<ListedOccupation> inOrder(PageRequest page) {
        List<Row> rows = jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE o.key > :after ORDER BY o.key LIMIT :rows")
                .bind("after", page.after(""))
                .bind("rows", page.rows())
                .map(RecordMapper.of(Row.class))
                .list());
        Map<String, List<Occupation.Code>> codesByKey =
                codes.of(rows.stream().map(Row::key).toList());
        return rows.stream()
                .map(row -> row.listed(row.key(), codesByKey.getOrDefault(row.key(), List.of())))
                .toList();
    }

    private List<ListedOccupation> found(List<OccupationSearch.Place> places) {
        List<String> keys = places.stream().map(OccupationSearch.Place::key).toList();
        Map<String, Row> rows = jdbi.withHandle(h -> h
                .createQuery(SELECT + "WHERE o.key = ANY (:keys)")
                .bindArray("keys", String.class, keys)
                .map(RecordMapper.of(Row.class))
                .stream()
                .collect(Collectors.toMap(Row::key, Function.identity())));
        Map<String, List<Occupation.Code>> codesByKey = codes.of(keys);
        return places.stream()
                .filter(place -> rows.containsKey(place.key()))
                .map(place -> Objects.requireNonNull(rows.get(place.key()))
                        .listed(place.position(), codesByKey.getOrDefault(place.key(), List.of())))
                .toList();
    }

    /** Counts a change of the occupation's codes. */
    void touch(UUID id) {
        jdbi.useHandle(h -> h.createUpdate("UPDATE occupation SET revision = revision + 1 WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    public boolean isKnown(UUID id) {
        return find(id).isPresent();
    }

    /** Makes sure that the occupation is there; what is there stays as it is. */
    public void storeIfNew(UUID id, String key, String title) {
        jdbi.useHandle(h -> h.createUpdate(
                        "INSERT INTO occupation (id, key, title) VALUES (:id, :key, :title) ON CONFLICT (id) DO NOTHING")
                .bind("id", id)
                .bind("key", key)
                .bind("title", title)
                .execute());
    }

    /**
     * Stores what a framework's current version says of its occupation. Alternate titles that it does not mention stay,
     * behind those that it does: a document adds ways to find an occupation and takes none away.
     */
    void store(UUID framework, OccupationText text) {
        jdbi.useHandle(h -> {
            Identity occupation = h.createQuery("""
                            UPDATE occupation o SET title = :title, description = coalesce(:description, o.description),
                                revision = o.revision + 1
                            FROM framework f WHERE f.id = :framework AND o.id = f.occupation_id
                            RETURNING o.id, o.key
                            """)
                    .bindMethods(text)
                    .bind("framework", framework)
                    .map(RecordMapper.of(Identity.class))
                    .one();
            storeTitles(h, occupation.id(), text.alternateTitles());
            codes.storeOfDocument(occupation.key(), text.onetSocCodes(), text.rapidsCodes());
        });
    }

    private static void storeTitles(Handle h, UUID id, List<String> mentioned) {
        Map<String, String> titles = new LinkedHashMap<>();
        mentioned.forEach(title -> titles.putIfAbsent(title.toLowerCase(Locale.ROOT), title));
        h
                .createQuery("""
                        DELETE FROM occupation_alternate_title WHERE occupation_id = :id RETURNING title, position
                        """)
                .bind("id", id)
                .map((row, context) -> Map.entry(row.getInt("position"), row.getString("title")))
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(old -> titles.putIfAbsent(old.getValue().toLowerCase(Locale.ROOT), old.getValue()));
        if (titles.isEmpty()) {
            return;
        }
        PreparedBatch batch = h.prepareBatch(
                "INSERT INTO occupation_alternate_title (occupation_id, position, title) VALUES (:id, :position, :title)");
        int position = 0;
        for (String title : titles.values()) {
            batch.bind("id", id)
                    .bind("position", position++)
                    .bind("title", title)
                    .add();
        }
        batch.execute();
    }

    /** A row, public because Jdbi makes it. */
    public record Identity(UUID id, String key) {}

    /** A row, public because Jdbi makes it. */
    public record Row(
            UUID id,
            String key,
            long revision,
            String title,
            @Nullable String description,
            List<String> alternateTitles) {

        ListedOccupation listed(String position, List<Occupation.Code> codes) {
            return new ListedOccupation(
                    key, position, revision, new Occupation(id, title, description, alternateTitles, codes));
        }
    }
}
