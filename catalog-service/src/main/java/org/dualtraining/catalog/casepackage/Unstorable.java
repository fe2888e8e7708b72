package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Text that no database and no other system takes: NUL characters and halves of characters. */
final class Unstorable {

    private Unstorable() {}

    static void find(JsonNode node, String pointer, PackageFindings findings) {
        if (node.isTextual()) {
            if (isBroken(node.asText())) {
                findings.fatal(pointer, "must not have NUL characters or halves of surrogate pairs");
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                find(member.getValue(), pointer + "/" + PackageReader.escaped(member.getKey()), findings);
            }
        } else {
            for (int index = 0; index < node.size(); index++) {
                find(node.get(index), pointer + "/" + index, findings);
            }
        }
    }

    private static boolean isBroken(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return true;
            }
            if (Character.isHighSurrogate(c)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }
}
