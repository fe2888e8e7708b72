package org.dualtraining.catalog.rendition;

import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text of one paragraph: insertions with it, deletions, hidden text, field codes and drawings without it. */
final class DocxText {

    private static final Set<String> NO_TEXT = Set.of(
            "del",
            "moveFrom",
            "drawing",
            "pict",
            "object",
            "AlternateContent",
            "instrText",
            "delText",
            "fldData",
            "ffData",
            "sdtEndPr",
            "rt",
            "pPrChange",
            "rPrChange");

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private ParagraphProperties properties = ParagraphProperties.NONE;

    private DocxText(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Reads to the end of the paragraph whose start was read last. */
    static DocxText read(XMLStreamReader xml) throws XMLStreamException {
        DocxText paragraph = new DocxText(xml);
        paragraph.readTo("p");
        return paragraph;
    }

    String text() {
        return text.toString();
    }

    ParagraphProperties properties() {
        return properties;
    }

    private void readTo(String end) throws XMLStreamException {
        boolean isHidden = false;
        while (OfficeXml.next(xml)) {
            if (xml.isEndElement() && xml.getLocalName().equals(end)) {
                return;
            }
            if (xml.isCharacters() && end.equals("t") && xml.getText() != null) {
                text.append(xml.getText());
                Rendition.requireCharacters(text.length());
            } else if (xml.isStartElement()) {
                isHidden = readElement(xml.getLocalName(), isHidden);
            }
        }
    }

    private boolean readElement(String name, boolean isHidden) throws XMLStreamException {
        switch (name) {
            case "pPr" -> properties = ParagraphProperties.read(xml);
            case "rPr" -> {
                return isHidden || saysInside("rPr", "vanish");
            }
            case "sdtPr" -> {
                // what the control says before somebody fills it in is not the document's text
                return isHidden || saysInside("sdtPr", "showingPlcHdr");
            }
            case "t" -> {
                if (isHidden) {
                    OfficeXml.skip(xml);
                } else {
                    readTo("t");
                }
            }
            case "tab", "ptab" -> text.append('\t');
            case "br", "cr" ->
                text.append(
                        OfficeXml.text(xml, "type").isEmpty()
                                        || OfficeXml.text(xml, "type").equals("textWrapping")
                                ? "\n"
                                : "");
            case "noBreakHyphen" -> text.append('-');
            case "sym" -> text.append(symbol(OfficeXml.text(xml, "char")));
            case "r", "sdt", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "customXml" ->
                readInside(name, isHidden);
            default -> {
                if (NO_TEXT.contains(name)) {
                    OfficeXml.skip(xml);
                }
            }
        }
        return isHidden;
    }

    private void readInside(String name, boolean isHidden) throws XMLStreamException {
        if (isHidden) {
            OfficeXml.skip(xml);
        } else {
            readTo(name);
        }
    }

    /** Whether an element switches something on; reads to its end. */
    private boolean saysInside(String end, String name) throws XMLStreamException {
        boolean says = false;
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals(end))) {
            if (xml.isStartElement() && xml.getLocalName().equals(name)) {
                says = OfficeXml.isOn(xml);
            } else if (xml.isStartElement() && xml.getLocalName().equals("rPrChange")) {
                OfficeXml.skip(xml);
            }
        }
        return says;
    }

    private static String symbol(String hex) {
        return hex.matches("[0-9A-Fa-f]{4}") ? Character.toString(Integer.parseInt(hex, 16)) : "";
    }
}
