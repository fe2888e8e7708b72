package org.dualtraining.catalog.rendition;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** XML of an Office file: no document types, so no entities and nothing fetched; every part of it bounded. */
final class OfficeXml {

    private static final int DEEPEST = 256;
    private static final int LONGEST_ATTRIBUTE = 64 << 10;
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int MOST_ATTRIBUTES = 200;

    /** The schemas have a few hundred names; a parser remembers each that it meets. */
    private static final int MOST_NAMES = 5_000;

    private static final XMLInputFactory FACTORY = factory();

    private OfficeXml() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
        return factory;
    }

    static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        return new Bounded(FACTORY.createXMLStreamReader(part));
    }

    /** Moves on; false at the end. */
    static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        xml.next();
        return true;
    }

    /** Moves behind the end of the element whose start was read last. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && next(xml)) {
            if (xml.isStartElement()) {
                depth++;
            } else if (xml.isEndElement()) {
                depth--;
            }
        }
    }

    /** By its local name: transitional and strict files differ in their namespaces only. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static String text(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return value == null ? "" : value;
    }

    static int number(XMLStreamReader xml, String name, int otherwise) {
        String value = text(xml, name);
        // measures may be fractions
        return value.matches("-?\\d{1,8}(?:\\.\\d{1,8})?") ? (int) Double.parseDouble(value) : otherwise;
    }

    /** Whether an element that switches something on does not say off. */
    static boolean isOn(XMLStreamReader xml) {
        return !Set.of("0", "false", "off").contains(text(xml, "val"));
    }

    private static final class Bounded extends StreamReaderDelegate {

        private final Set<String> names = new HashSet<>();

        Bounded(XMLStreamReader xml) {
            super(xml);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD) {
                throw UnreadableDocument.because("holds a document type declaration, which Office files never do");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                names.add(getLocalName());
                for (int i = 0; i < getAttributeCount(); i++) {
                    names.add(getAttributeLocalName(i));
                }
                if (names.size() > MOST_NAMES) {
                    throw UnreadableDocument.because("has more kinds of elements inside than any Office file");
                }
            }
            return event;
        }
    }
}
