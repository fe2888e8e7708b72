package org.dualtraining.catalog.rendition;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * The parts of a DOCX or XLSX. Only the parts that are asked for are inflated, as they are read, and all of them together
 * up to a limit: pictures and files inside it cost nothing, whatever they would inflate to.
 */
final class OfficePackage implements AutoCloseable {

    /** Ten times what a document of 10,000 lines has. */
    private static final int MOST_INFLATED = 64 << 20;

    private static final int MOST_PARTS = 10_000;
    private static final int CENTRAL_ENTRY = 0x02014b50;
    private static final String MAIN_DOCX = "wordprocessingml.document.main+xml";
    private static final String MAIN_XLSX = "spreadsheetml.sheet.main+xml";

    private final ZipFile zip;
    private final Map<String, String> partByMainType = new HashMap<>();
    private long inflated;

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
    }

    static OfficePackage open(byte[] bytes) throws IOException, XMLStreamException {
        requireFewParts(bytes);
        OfficePackage opened = new OfficePackage(ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get());
        try {
            opened.readContentTypes();
            return opened;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    static Format formatOf(byte[] bytes) {
        try (OfficePackage office = open(bytes)) {
            if (office.partByMainType.containsKey(MAIN_DOCX)) {
                return Format.DOCX;
            }
            if (office.partByMainType.containsKey(MAIN_XLSX)) {
                return Format.XLSX;
            }
        } catch (IOException | XMLStreamException e) {
            throw UnreadableDocument.because("is a ZIP file that is broken or cut off");
        }
        throw new UnsupportedDocument();
    }

    /** The part that a reader begins with. */
    String mainPart(Format format) {
        String part = partByMainType.get(format == Format.DOCX ? MAIN_DOCX : MAIN_XLSX);
        if (part == null) {
            throw UnreadableDocument.broken(format);
        }
        return part;
    }

    Optional<XMLStreamReader> part(String name) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
        return entry == null
                ? Optional.empty()
                : Optional.of(OfficeXml.reader(new Inflated(zip.getInputStream(entry))));
    }

    /** Targets by id of the relationships of a part, as names of parts; what is outside the file is left out. */
    Map<String, Relationship> relationships(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Map<String, Relationship> relationships = new HashMap<>();
        Optional<XMLStreamReader> rels = part(folder + "_rels/" + part.substring(slash) + ".rels");
        if (rels.isEmpty()) {
            return relationships;
        }
        XMLStreamReader xml = rels.get();
        while (OfficeXml.next(xml)) {
            if (xml.isStartElement()
                    && xml.getLocalName().equals("Relationship")
                    && !"External".equals(OfficeXml.attribute(xml, "TargetMode"))) {
                String target = OfficeXml.text(xml, "Target");
                relationships.put(
                        OfficeXml.text(xml, "Id"),
                        new Relationship(
                                OfficeXml.text(xml, "Type"), target.startsWith("/") ? target : folder + target));
            }
        }
        return relationships;
    }

    private void readContentTypes() throws IOException, XMLStreamException {
        XMLStreamReader types = part("[Content_Types].xml").orElseThrow(UnsupportedDocument::new);
        while (OfficeXml.next(types)) {
            if (types.getEventType() == XMLStreamConstants.START_ELEMENT
                    && types.getLocalName().equals("Override")) {
                String type = OfficeXml.text(types, "ContentType").toLowerCase(Locale.ROOT);
                for (String main : new String[] {MAIN_DOCX, MAIN_XLSX}) {
                    if (type.endsWith("." + main)) {
                        partByMainType.put(main, OfficeXml.text(types, "PartName"));
                    }
                }
            }
        }
    }

    /** Before the directory is read: an entry takes much more memory than its bytes. */
    private static void requireFewParts(byte[] bytes) {
        int entries = 0;
        for (int at = 0; at + 4 <= bytes.length; at++) {
            if (bytes[at] == 'P'
                    && ((bytes[at] & 0xFF)
                                    | (bytes[at + 1] & 0xFF) << 8
                                    | (bytes[at + 2] & 0xFF) << 16
                                    | (bytes[at + 3] & 0xFF) << 24)
                            == CENTRAL_ENTRY) {
                entries++;
            }
        }
        if (entries > MOST_PARTS) {
            throw UnreadableDocument.because("must have at most " + MOST_PARTS + " parts inside");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part that another refers to. */
    record Relationship(String type, String part) {

        boolean isOf(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    /** Counts what comes out of the archive. */
    private final class Inflated extends FilterInputStream {

        Inflated(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            inflated += read;
            if (inflated > MOST_INFLATED) {
                throw UnreadableDocument.because(
                        "is larger inside than any document: it inflates to more than " + MOST_INFLATED + " bytes");
            }
        }
    }
}
