package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dualtraining.catalog.framework.OccupationText;
import org.dualtraining.kit.page.PageRequest;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The occupations, with the titles of their documents and the codes of the reference table. */
@ApplicationScoped
public class Occupations {

    private static final String SELECT = """
            SELECT o.id, o.key, o.revision, o.title, o.description,
                ARRAY(SELECT t.title FROM occupation_alternate_title t
                      WHERE t.occupation_id = o.id ORDER BY t.position) AS alternate_titles,
                ARRAY(SELECT c.system FROM occupation_code c
                      WHERE c.occupation_key = o.key ORDER BY c.system, c.code) AS code_systems,
                ARRAY(SELECT c.code FROM occupation_code c
                      WHERE c.occupation_key = o.key ORDER BY c.system, c.code) AS codes
            FROM occupation o
            """;

    private final Jdbi jdbi;

    @Inject
    Occupations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ListedOccupation> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE o.id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Row.class))
                .findOne()
                .map(Row::listed));
    }

    List<ListedOccupation> page(@Nullable String q, @Nullable String code, PageRequest page) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + """
                        WHERE o.key > :after
                          AND (CAST(:code AS text) IS NULL OR EXISTS (SELECT 1 FROM occupation_code c
                              WHERE c.occupation_key = o.key AND c.code = :code))
                          AND (CAST(:q AS text) IS NULL
                              OR strpos(lower(o.title), lower(:q)) > 0
                              OR EXISTS (SELECT 1 FROM occupation_alternate_title t
                                  WHERE t.occupation_id = o.id AND strpos(lower(t.title), lower(:q)) > 0)
                              OR EXISTS (SELECT 1 FROM occupation_code c
                                  WHERE c.occupation_key = o.key AND strpos(lower(c.code), lower(:q)) > 0))
                        ORDER BY o.key LIMIT :rows
                        """)
                .bind("after", page.after(""))
                .bind("rows", page.rows())
                .bind("q", q)
                .bind("code", code)
                .map(ConstructorMapper.of(Row.class))
                .map(Row::listed)
                .list());
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
            UUID id = h.createQuery("""
                            UPDATE occupation o SET title = :title, description = coalesce(:description, o.description),
                                revision = o.revision + 1
                            FROM framework f WHERE f.id = :framework AND o.id = f.occupation_id
                            RETURNING o.id
                            """)
                    .bindMethods(text)
                    .bind("framework", framework)
                    .mapTo(UUID.class)
                    .one();
            storeTitles(h, id, text.alternateTitles());
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
    public record Row(
            UUID id,
            String key,
            long revision,
            String title,
            @Nullable String description,
            List<String> alternateTitles,
            List<CodeSystem> codeSystems,
            List<String> codes) {

        ListedOccupation listed() {
            List<Occupation.Code> pairs = new ArrayList<>();
            for (int i = 0; i < codes.size(); i++) {
                pairs.add(new Occupation.Code(codeSystems.get(i), codes.get(i)));
            }
            return new ListedOccupation(key, revision, new Occupation(id, title, description, alternateTitles, pairs));
        }
    }
}
