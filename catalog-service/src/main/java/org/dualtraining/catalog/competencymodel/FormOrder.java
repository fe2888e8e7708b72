package org.dualtraining.catalog.competencymodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dualtraining.catalog.identity.Names;

/** The order of the form's rows, which shows whose children a group of entries is. */
final class FormOrder {

    private final List<String> rows;

    FormOrder(List<String> rows) {
        this.rows = rows.stream().map(Names::folded).toList();
    }

    /** Whether the rows directly below the parent's are the children's, or such that name no other entry. */
    boolean confirms(String parent, List<String> children) {
        int at = rows.indexOf(Names.folded(parent));
        if (at < 0 || at + children.size() >= rows.size()) {
            return false;
        }
        Set<String> names = new HashSet<>(children.stream().map(Names::folded).toList());
        List<String> below = rows.subList(at + 1, at + 1 + children.size());
        Set<String> elsewhere = new HashSet<>(names);
        below.forEach(elsewhere::remove);
        boolean isElsewhere = elsewhere.stream().anyMatch(rows::contains);
        boolean isBelow = below.stream().anyMatch(names::contains);
        return !isElsewhere && (isBelow || children.size() == 1);
    }

    /**
     * Whether the form has parent and children together elsewhere than behind the entry that the list has before them: what
     * shows a group when a page ends above its first child and nobody can tell whether a blank line stood there.
     */
    boolean movesTogether(String before, String parent, List<String> children) {
        int parentAt = rows.indexOf(Names.folded(parent));
        return confirms(parent, children) && rows.indexOf(Names.folded(before)) != parentAt - 1;
    }
}
