package org.dualtraining.catalog.occupation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dualtraining.catalog.occupation.Occupation.Code;
import org.dualtraining.kit.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The codes of occupations, in the one form in which they are compared. */
@ApplicationScoped
public class OccupationCodes {

    private static final OnetCrosswalk CROSSWALK = OnetCrosswalk.shipped();

    private final Jdbi jdbi;

    @Inject
    OccupationCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that are stored, and what the crosswalk adds to them, by the key of the occupation. */
    Map<String, List<Code>> of(Collection<String> keys) {
        Map<String, List<Row>> stored = jdbi.withHandle(
                h -> h.createQuery("""
                        SELECT occupation_key AS key, system, code, approach, min(origin) AS origin FROM occupation_code
                        WHERE occupation_key = ANY (:keys) GROUP BY occupation_key, system, code, approach
                        ORDER BY system, code, approach
                        """).bindArray("keys", String.class, keys).map(RecordMapper.of(Row.class)).stream()
                        .collect(Collectors.groupingBy(Row::key)));
        return stored.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> withEquivalents(
                                entry.getValue().stream().map(Row::shown).toList())));
    }

    /** A code of one taxonomy has a name in the other; where one of those is stored, it is the one that is meant. */
    static List<Code> withEquivalents(List<Code> stored) {
        List<Code> all = new ArrayList<>(stored);
        for (CodeSystem from : List.of(CodeSystem.ONET_SOC_2010, CodeSystem.ONET_SOC_2019)) {
            CodeSystem to = from == CodeSystem.ONET_SOC_2010 ? CodeSystem.ONET_SOC_2019 : CodeSystem.ONET_SOC_2010;
            Set<String> present = codes(stored, to);
            Set<String> derived = new TreeSet<>();
            for (String code : codes(stored, from)) {
                Set<String> equivalents = CROSSWALK.equivalents(from, code);
                if (equivalents.stream().noneMatch(present::contains)) {
                    derived.addAll(equivalents);
                }
            }
            derived.forEach(code -> all.add(new Code(to, code, null, CodeOrigin.CROSSWALK)));
        }
        all.sort(Comparator.comparing(Code::system).thenComparing(Code::code));
        return all;
    }

    private static Set<String> codes(List<Code> codes, CodeSystem system) {
        return codes.stream()
                .filter(code -> code.system() == system)
                .map(Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Stores the codes that a document names. What is no code stays out: the reader of the document reports it. A document
     * without codes takes none away.
     */
    public void storeOfDocument(String key, List<String> onetSocCodes, List<String> rapidsCodes) {
        Set<Code> codes = new LinkedHashSet<>();
        onetSocCodes.forEach(written -> codes.addAll(onetSoc(written, CodeOrigin.DOCUMENT)));
        rapidsCodes.forEach(written -> codes.addAll(rapids(written, CodeOrigin.DOCUMENT)));
        if (!codes.isEmpty()) {
            replace(key, CodeOrigin.DOCUMENT, codes);
        }
    }

    /** What is written, in each taxonomy that has it; empty when none does. */
    static List<Code> onetSoc(String written, CodeOrigin origin) {
        return OnetSocCode.parse(written).stream()
                .flatMap(code ->
                        CROSSWALK.systemsOf(code).stream().map(system -> new Code(system, code.value(), null, origin)))
                .toList();
    }

    /** What is written, as one code; empty when it is none. */
    static List<Code> rapids(String written, CodeOrigin origin) {
        return RapidsCode.parse(written).stream()
                .map(code -> new Code(CodeSystem.RAPIDS, code.number(), code.approach(), origin))
                .toList();
    }

    /** Replaces what is known in one way by other codes. */
    void replace(String key, CodeOrigin origin, Collection<Code> codes) {
        jdbi.useHandle(h -> {
            h.createUpdate("DELETE FROM occupation_code WHERE occupation_key = :key AND origin = :origin")
                    .bind("key", key)
                    .bind("origin", origin)
                    .execute();
            insert(h, key, codes);
        });
    }

    private static void insert(Handle h, String key, Collection<Code> codes) {
        if (codes.isEmpty()) {
            return;
        }
        PreparedBatch batch = h.prepareBatch("""
                INSERT INTO occupation_code (occupation_key, system, code, approach, origin, source)
                VALUES (:key, :system, :code, :approach, :origin, :origin)
                """);
        codes.forEach(code -> batch.bindMethods(code).bind("key", key).add());
        batch.execute();
    }

    /** A row, public because Jdbi makes it. */
    public record Row(
            String key,
            CodeSystem system,
            String code,
            @Nullable Approach approach,
            CodeOrigin origin) {

        Code shown() {
            return new Code(system, code, approach, origin);
        }
    }
}
