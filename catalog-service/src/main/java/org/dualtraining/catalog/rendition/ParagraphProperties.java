package org.dualtraining.catalog.rendition;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a pPr element says about lists and indentation.
 *
 * @param number id of the list, "0" for expressly none
 * @param indent of the first line, in twentieths of a point
 * @param joinsNext whether the mark at the paragraph's end was deleted, so that the next one continues it
 */
record ParagraphProperties(
        @Nullable String style,
        @Nullable String number,
        int level,
        @Nullable Integer indent,
        boolean isHeading,
        boolean joinsNext) {

    static final ParagraphProperties NONE = new ParagraphProperties(null, null, 0, null, false, false);

    /** The lowest outline level is text. */
    private static final int BODY_TEXT = 9;

    /** Reads to the end of the element. */
    static ParagraphProperties read(XMLStreamReader xml) throws XMLStreamException {
        @Nullable String style = null;
        @Nullable String number = null;
        int level = 0;
        @Nullable Integer indent = null;
        boolean isHeading = false;
        boolean joinsNext = false;
        int depth = 1;
        while (depth > 0 && OfficeXml.next(xml)) {
            if (xml.isEndElement()) {
                depth--;
            } else if (xml.isStartElement()) {
                depth++;
                switch (xml.getLocalName()) {
                    case "pPrChange", "sectPr", "pBdr" -> {
                        OfficeXml.skip(xml);
                        depth--;
                    }
                    case "pStyle" -> style = OfficeXml.attribute(xml, "val");
                    case "numId" -> number = OfficeXml.attribute(xml, "val");
                    case "ilvl" -> level = Math.min(Math.max(OfficeXml.number(xml, "val", 0), 0), BODY_TEXT);
                    case "outlineLvl" -> isHeading = OfficeXml.number(xml, "val", BODY_TEXT) < BODY_TEXT;
                    case "ind" -> indent = firstLine(xml);
                    // inside rPr it is about the paragraph's mark
                    case "del" -> joinsNext = true;
                    default -> {}
                }
            }
        }
        return new ParagraphProperties(style, number, level, indent, isHeading, joinsNext);
    }

    private static @Nullable Integer firstLine(XMLStreamReader xml) {
        int left = OfficeXml.number(xml, "left", OfficeXml.number(xml, "start", Integer.MIN_VALUE));
        if (left == Integer.MIN_VALUE) {
            return null;
        }
        return left + OfficeXml.number(xml, "firstLine", 0) - OfficeXml.number(xml, "hanging", 0);
    }

    ParagraphProperties orElse(@Nullable ParagraphProperties base) {
        if (base == null) {
            return this;
        }
        return new ParagraphProperties(
                style,
                number == null ? base.number : number,
                number == null ? base.level : level,
                indent == null ? base.indent : indent,
                isHeading || base.isHeading,
                joinsNext);
    }
}
