package org.dualtraining.catalog.rendition;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Measures the compressed streams of a PDF before the library reads them: it inflates each into memory, whole, and knows
 * no limit.
 */
final class PdfStreams {

    /** What draws a page of text is far smaller; the library makes an object of each of its numbers. */
    private static final int MOST_INFLATED = 3 << 20;

    private static final int MOST_INFLATED_FONT = 16 << 20;

    /** Not unpacked for their text. */
    private static final int MOST_INFLATED_PICTURE = 64 << 20;

    /** All of them together, so that measuring ends. */
    private static final long MOST_INFLATED_IN_ALL = 512L << 20;

    /** A stream that cannot be measured inflates at most a thousandfold. */
    private static final int MOST_UNMEASURED = 48 << 10;

    private static final int MOST_STREAMS = 20_000;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);

    private static final int LONGEST_DICTIONARY = 4 << 10;
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b|/Type\\s*/EmbeddedFile\\b");
    private static final Pattern FONT =
            Pattern.compile("/Length1\\b|/Subtype\\s*/(?:Type1C|CIDFontType0C|OpenType)\\b");

    /** Compressions that are not measured, alone or around another one, and a compression that is said elsewhere. */
    private static final Pattern OTHER_FILTER =
            Pattern.compile("/(?:LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\\b"
                    + "|/F(?:ilter)?\\s*\\[?\\s*\\d+\\s+\\d+\\s+R");

    private final byte[] bytes;
    private final boolean isEncrypted;
    private final byte[] sink = new byte[64 << 10];
    private long inflatedInAll;

    private PdfStreams(byte[] bytes) {
        this.bytes = bytes;
        this.isEncrypted = indexOf("/Encrypt".getBytes(StandardCharsets.US_ASCII), 0) >= 0;
    }

    static void requireBounded(byte[] bytes) {
        PdfStreams streams = new PdfStreams(bytes);
        int at = streams.indexOf(STREAM, 0);
        int last = 0;
        int count = 0;
        while (at >= 0) {
            int data = streams.afterLineBreak(at + STREAM.length);
            boolean isEnd = at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e';
            if (!isEnd) {
                streams.measure(streams.dictionary(last, at), data);
                last = data;
                count++;
            }
            if (count > MOST_STREAMS) {
                throw UnreadableDocument.because("must have at most " + MOST_STREAMS + " streams inside");
            }
            at = streams.indexOf(STREAM, at + STREAM.length);
        }
    }

    private void measure(String dictionary, int data) {
        boolean isUnmeasured =
                OTHER_FILTER.matcher(dictionary).find() || (isEncrypted && dictionary.contains("/ObjStm"));
        if (isUnmeasured && indexOf(END, data, data + MOST_UNMEASURED) < 0) {
            throw UnreadableDocument.because(
                    "is a PDF with large parts in a compression that is not read; print it to a PDF anew");
        }
        inflate(data, most(dictionary));
    }

    private static int most(String dictionary) {
        if (PICTURE.matcher(dictionary).find()) {
            return MOST_INFLATED_PICTURE;
        }
        return FONT.matcher(dictionary).find() ? MOST_INFLATED_FONT : MOST_INFLATED;
    }

    /** The two bytes before the data are skipped as the library skips them, so that no broken header hides anything. */
    private void inflate(int data, int most) {
        int from = Math.min(data + 2, bytes.length);
        Inflater inflater = new Inflater(true);
        inflater.setInput(bytes, from, bytes.length - from);
        long inflated = 0;
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(sink);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                inflated += count;
                if (inflated > most || inflatedInAll + inflated > MOST_INFLATED_IN_ALL) {
                    throw UnreadableDocument.because("is larger inside than any document: a part of it inflates to more"
                            + " than " + most + " bytes");
                }
            }
        } catch (DataFormatException e) {
            // not compressed, or broken from here on: the library stops here too
            inflatedInAll += inflated;
            return;
        } finally {
            inflater.end();
        }
        inflatedInAll += inflated;
    }

    /** What stands between the stream before and this one's data, with its names unescaped. */
    private String dictionary(int from, int to) {
        int start = Math.max(from, to - LONGEST_DICTIONARY);
        String raw = new String(bytes, start, to - start, StandardCharsets.ISO_8859_1);
        Matcher escaped = ESCAPED.matcher(raw.substring(Math.max(0, raw.lastIndexOf(" obj"))));
        return escaped.replaceAll(
                found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    private int afterLineBreak(int at) {
        int data = at;
        while (data < bytes.length && bytes[data] == ' ') {
            data++;
        }
        if (data < bytes.length && bytes[data] == '\r') {
            data++;
        }
        return data < bytes.length && bytes[data] == '\n' ? data + 1 : data;
    }

    private int indexOf(byte[] word, int from) {
        return indexOf(word, from, bytes.length);
    }

    private int indexOf(byte[] word, int from, int to) {
        for (int at = from; at + word.length <= Math.min(to, bytes.length); at++) {
            if (bytes[at] == word[0] && matches(word, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean matches(byte[] word, int at) {
        for (int i = 1; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }
}
