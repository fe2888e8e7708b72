package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What makes a paragraph an item of a list, and how far its sign is from the margin: numbering and styles of a DOCX. */
final class DocxStyles {

    /** Where neither paragraph nor list says how far a level is indented: half an inch for each. */
    private static final int USUAL_INDENT = 720;

    /** Word itself allows some thousand of each. */
    private static final int MOST_ENTRIES = 20_000;

    private final Map<String, ParagraphProperties> styles = new HashMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, String> abstractByNumber = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();

    private DocxStyles() {}

    static DocxStyles of(OfficePackage office, String main) throws IOException, XMLStreamException {
        DocxStyles read = new DocxStyles();
        for (OfficePackage.Relationship part : office.relationships(main).values()) {
            if (part.isOf("styles") || part.isOf("numbering")) {
                Optional<XMLStreamReader> xml = office.part(part.part());
                if (xml.isPresent()) {
                    read.read(xml.get());
                }
            }
        }
        return read;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (OfficeXml.next(xml)) {
            if (styles.size() + bases.size() + abstractByNumber.size() + levels.size() > MOST_ENTRIES) {
                throw UnreadableDocument.because("has more styles or lists inside than any document");
            }
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "style" -> readStyle(xml);
                    case "abstractNum" -> readAbstract(xml);
                    case "num" -> readNumber(xml);
                    default -> {}
                }
            }
        }
    }

    private void readStyle(XMLStreamReader xml) throws XMLStreamException {
        String id = OfficeXml.text(xml, "styleId");
        while (OfficeXml.next(xml) && !isEnd(xml, "style")) {
            if (xml.isStartElement() && xml.getLocalName().equals("basedOn")) {
                bases.put(id, OfficeXml.text(xml, "val"));
            } else if (xml.isStartElement() && xml.getLocalName().equals("pPr")) {
                styles.put(id, ParagraphProperties.read(xml));
            }
        }
    }

    private void readAbstract(XMLStreamReader xml) throws XMLStreamException {
        String id = OfficeXml.text(xml, "abstractNumId");
        String level = "0";
        boolean isShown = true;
        while (OfficeXml.next(xml) && !isEnd(xml, "abstractNum")) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "lvl" -> {
                    level = OfficeXml.text(xml, "ilvl");
                    isShown = true;
                }
                case "numFmt" -> isShown = !OfficeXml.text(xml, "val").equals("none");
                case "pPr" ->
                    levels.put(
                            key(id, level),
                            new Level(isShown, ParagraphProperties.read(xml).indent()));
                default -> {}
            }
        }
    }

    private void readNumber(XMLStreamReader xml) throws XMLStreamException {
        String id = OfficeXml.text(xml, "numId");
        while (OfficeXml.next(xml) && !isEnd(xml, "num")) {
            if (xml.isStartElement() && xml.getLocalName().equals("abstractNumId")) {
                abstractByNumber.put(id, OfficeXml.text(xml, "val"));
            }
        }
    }

    /** Where the paragraph's first line begins, in blanks, and whether a sign of a list stands there. */
    Placed place(ParagraphProperties own) {
        ParagraphProperties all = own;
        Set<String> seen = new HashSet<>();
        @Nullable String style = own.style();
        while (style != null && seen.add(style)) {
            all = all.orElse(styles.get(style));
            style = bases.get(style);
        }
        @Nullable String number = all.number();
        if (number == null || number.equals("0") || all.isHeading()) {
            return new Placed(false, blanks(all.indent()));
        }
        @Nullable
        Level level = levels.get(key(abstractByNumber.getOrDefault(number, ""), Integer.toString(all.level())));
        @Nullable Integer indent = own.indent();
        if (indent == null && level != null) {
            indent = level.indent();
        }
        return new Placed(
                level == null || level.isShown(),
                blanks(indent == null ? Integer.valueOf(USUAL_INDENT * (all.level() + 1)) : indent));
    }

    /** Two blanks for a quarter of an inch, in whole steps: small differences of indentation are no levels. */
    private static int blanks(@Nullable Integer indent) {
        return indent == null ? 0 : Math.min(Math.max(Math.round(indent / 360f), 0), 40) * 2;
    }

    private static String key(String list, String level) {
        return list + "/" + level;
    }

    private static boolean isEnd(XMLStreamReader xml, String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** A level of a list. */
    private record Level(boolean isShown, @Nullable Integer indent) {}

    /** Where a paragraph is. */
    record Placed(boolean isItem, int blanks) {}
}
