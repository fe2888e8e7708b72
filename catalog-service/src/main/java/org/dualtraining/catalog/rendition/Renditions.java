package org.dualtraining.catalog.rendition;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.dualtraining.kit.problem.Refusal;

/** Reads a file of any format. Pure: what fails in a library is a refusal here and nowhere else. */
public final class Renditions {

    private Renditions() {}

    /** Before a body is taken in. */
    public static void requireReadable(String mediaType) {
        if (!Format.isReadable(mediaType)) {
            throw new UnsupportedDocument();
        }
    }

    /**
     * @param mediaType without parameters
     * @throws Refusal when it is another format, broken, encrypted or too large inside
     */
    public static Rendition read(byte[] bytes, String mediaType) {
        Format format = Format.of(mediaType, bytes);
        try {
            return switch (format) {
                case TEXT -> PlainTextLines.read(bytes);
                case DOCX -> DocxLines.read(bytes);
                case PDF -> PdfLines.read(bytes);
                case XLSX -> XlsxSheets.read(bytes);
            };
        } catch (IOException | XMLStreamException e) {
            throw refused(e, format);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (StackOverflowError e) {
            throw UnreadableDocument.because("nests its parts deeper than any document");
        } catch (RuntimeException e) {
            // the libraries answer broken files with whatever exception the broken part leads to
            throw refused(e, format);
        }
    }

    /** Libraries wrap what a reader of ours refused while they read from it. */
    private static RuntimeException refused(Exception failure, Format format) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return UnreadableDocument.broken(format);
    }
}
