package org.dualtraining.plan.trainingplan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which terms of a line differ, for the plan's history.
 *
 * @param before the members that differ, null where there was nothing
 * @param after the same members as they are now
 */
record ChangedTerms(ObjectNode before, ObjectNode after) {

    static ChangedTerms between(LineTerms was, LineTerms is, ObjectMapper json) {
        ObjectNode before = json.valueToTree(was);
        ObjectNode after = json.valueToTree(is);
        Set<String> members = new TreeSet<>();
        before.fieldNames().forEachRemaining(members::add);
        after.fieldNames().forEachRemaining(members::add);
        ChangedTerms changed = new ChangedTerms(json.createObjectNode(), json.createObjectNode());
        for (String member : members) {
            JsonNode old = before.path(member);
            JsonNode next = after.path(member);
            if (!old.equals(next)) {
                changed.before.set(member, old.isMissingNode() ? json.nullNode() : old);
                changed.after.set(member, next.isMissingNode() ? json.nullNode() : next);
            }
        }
        return changed;
    }

    /** The names of what differs, in words. */
    String words() {
        List<String> names = new ArrayList<>();
        before.fieldNames().forEachRemaining(names::add);
        return String.join(", ", names)
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace("provider Id", "provider")
                .toLowerCase(Locale.ROOT);
    }
}
