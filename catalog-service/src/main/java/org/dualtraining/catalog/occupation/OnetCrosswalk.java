package org.dualtraining.catalog.occupation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which code of O*NET-SOC 2010 became which of 2019, as O*NET publishes it (CC BY 4.0, beside the file). One code may have
 * several on the other side, in both directions. What the file does not list is no code of that taxonomy.
 */
public final class OnetCrosswalk {

    private static final String FILE = "/onet/2010_to_2019_Crosswalk.csv";

    private final TreeMap<String, NavigableSet<String>> to2019 = new TreeMap<>();
    private final TreeMap<String, NavigableSet<String>> to2010 = new TreeMap<>();

    private OnetCrosswalk() {}

    /** The one that is shipped; it is read once. */
    public static OnetCrosswalk shipped() {
        return Shipped.CROSSWALK;
    }

    /** The taxonomies that have this code: none, one or both. */
    public Set<CodeSystem> systemsOf(OnetSocCode code) {
        Set<CodeSystem> systems = EnumSet.noneOf(CodeSystem.class);
        if (to2019.containsKey(code.value())) {
            systems.add(CodeSystem.ONET_SOC_2010);
        }
        if (to2010.containsKey(code.value())) {
            systems.add(CodeSystem.ONET_SOC_2019);
        }
        return systems;
    }

    /** What a code of one taxonomy is called in the other. */
    Set<String> equivalents(CodeSystem system, String code) {
        return (system == CodeSystem.ONET_SOC_2010 ? to2019 : to2010).getOrDefault(code, new TreeSet<>());
    }

    /** The codes that are meant: the one that is written, or for six digits the occupation and its specialties. */
    SortedSet<String> meant(OnetSocCode code) {
        SortedSet<String> meant = new TreeSet<>(Set.of(code.value()));
        if (code.isWholeSoc()) {
            meant.addAll(to2019.subMap(code.soc() + ".", code.soc() + "/").keySet());
            meant.addAll(to2010.subMap(code.soc() + ".", code.soc() + "/").keySet());
        }
        return meant;
    }

    private static OnetCrosswalk load() {
        OnetCrosswalk crosswalk = new OnetCrosswalk();
        try (InputStream file = OnetCrosswalk.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
                rows.stream().skip(1).forEach(row -> crosswalk.add(row.getField(0), row.getField(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crosswalk;
    }

    private void add(String code2010, String code2019) {
        put(to2019, code2010, code2019);
        put(to2010, code2019, code2010);
    }

    private static void put(Map<String, NavigableSet<String>> codes, String from, String to) {
        codes.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    private static final class Shipped {
        private static final OnetCrosswalk CROSSWALK = load();
    }
}
