package org.dualtraining.catalog.competencymodel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dualtraining.catalog.identity.Names;

/** Other wordings of a competency's name that somebody has recorded, with the name that stands for all of them. */
public final class Aliases {

    private final Map<String, String> nameByAlias = new HashMap<>();
    private final Collection<Alias> all;

    public Aliases(Collection<Alias> all) {
        this.all = List.copyOf(all);
        all.forEach(alias -> nameByAlias.put(Names.folded(alias.alias()), alias.name()));
    }

    /** The recorded name for this wording, or the wording itself. */
    public String nameFor(String wording) {
        return nameByAlias.getOrDefault(Names.folded(wording), wording);
    }

    /** Every other recorded wording of this name. */
    public List<String> othersOf(String wording) {
        String name = nameFor(wording);
        Set<String> seen = new HashSet<>(Set.of(Names.folded(wording)));
        return all.stream()
                .filter(alias -> Names.isSame(alias.name(), name))
                .flatMap(alias -> List.of(alias.name(), alias.alias()).stream())
                .filter(other -> seen.add(Names.folded(other)))
                .toList();
    }

    /** One recorded wording. */
    public record Alias(String name, String alias) {}
}
