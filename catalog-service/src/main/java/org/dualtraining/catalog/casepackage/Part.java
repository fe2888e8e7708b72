package org.dualtraining.catalog.casepackage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** One entity of a package. Most are slices of the file, parsed when somebody looks: a tree of a whole file is ten times its size. */
public interface Part {

    /** As the file has it; empty when it has none. */
    String identifier();

    /** A tree of its own, that the caller may change. */
    ObjectNode json();

    static Part of(ObjectNode json) {
        return new Made(json.path("identifier").asText(), json);
    }

    /** The same as bytes, which take a tenth of a tree's room. */
    static Part packed(ObjectNode json) {
        byte[] bytes = CaseJson.bytes(json);
        return new Slice(json.path("identifier").asText(), new Source(bytes), 0, bytes.length);
    }

    /** The beginning of an entity of the catalog itself. */
    static ObjectNode entity(EntityKind kind, UUID id, String changed) {
        return CaseJson.object()
                .put("identifier", id.toString())
                .put("uri", Addresses.RELATIVE.of(kind, id.toString()))
                .put("lastChangeDateTime", changed);
    }

    /** A part that lies in the file. */
    record Slice(String identifier, Source source, int from, int to) implements Part {
        @Override
        public ObjectNode json() {
            return (ObjectNode) CaseJson.tree(source.bytes, from, to);
        }
    }

    /** A part that was made or changed here. */
    record Made(String identifier, ObjectNode made) implements Part {
        @Override
        public ObjectNode json() {
            return made.deepCopy();
        }
    }

    /** The bytes of a file; never written to. */
    final class Source {
        final byte[] bytes;

        Source(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
