package org.dualtraining.catalog.rendition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A format in which documents come. */
public enum Format {
    TEXT("text/plain"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** What says nothing about its content. */
    static final String ANY_BYTES = "application/octet-stream";

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Readers of PDF take what stands before the header for a mailer's or a printer's line. */
    private static final int HEADER_WITHIN = 1_024;

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    static boolean isReadable(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.equals(ANY_BYTES) || mediaTypes().contains(type);
    }

    static List<String> mediaTypes() {
        return Stream.of(values()).map(Format::mediaType).toList();
    }

    /** The format of this content, which the media type must agree with. */
    static Format of(String mediaType, byte[] bytes) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.equals(ANY_BYTES)) {
            return known(bytes).orElseThrow(UnsupportedDocument::new);
        }
        Format format = Stream.of(values())
                .filter(one -> one.mediaType.equals(type))
                .findFirst()
                .orElseThrow(UnsupportedDocument::new);
        if (bytes.length > 0) {
            Optional<Format> found = known(bytes);
            boolean agrees = found.map(format::equals).orElse(format == TEXT);
            if (!agrees) {
                throw new ContentTypeDiffers(found.filter(one -> one != format).map(Format::mediaType));
            }
        }
        return format;
    }

    /** By the signature; text has none. */
    private static Optional<Format> known(byte[] bytes) {
        if (startsWith(bytes, OLD_OFFICE)) {
            throw UnreadableDocument.because(
                    "is an encrypted or an old Office file; save it as DOCX or XLSX without a password");
        }
        if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) {
            return Optional.of(OfficePackage.formatOf(bytes));
        }
        return isPdf(bytes) ? Optional.of(PDF) : Optional.empty();
    }

    private static boolean isPdf(byte[] bytes) {
        int last = Math.min(bytes.length, HEADER_WITHIN) - PDF_HEADER.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(bytes, at, at + PDF_HEADER.length, PDF_HEADER, 0, PDF_HEADER.length)) {
                return at == 0 || !isText(bytes, at);
            }
        }
        return false;
    }

    /** A text may write about "%PDF-" in its first lines. */
    private static boolean isText(byte[] bytes, int header) {
        int version = header + PDF_HEADER.length;
        return version >= bytes.length || bytes[version] < '0' || bytes[version] > '9' || bytes[header - 1] != '\n';
    }

    private static boolean startsWith(byte[] bytes, byte[] signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }
}
