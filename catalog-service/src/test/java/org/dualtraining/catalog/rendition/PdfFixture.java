package org.dualtraining.catalog.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A PDF as printers make it: words at places, lines cut at the margin, a header and a page number on each page. */
public final class PdfFixture {

    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.LETTER.getWidth() - 2 * MARGIN;
    private static final float[] COLUMNS = {0, 150, 240, 330, 400};
    private static final float SIZE = 10;
    private static final float PITCH = 12.5f;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private PDPageContentStream page;
    private int pages;
    private float y;

    public PdfFixture(FontName name) {
        font = new PDType1Font(name);
        openPage();
    }

    /** Proportional type: bullets that hang, children indented, a table of narrow columns. */
    public static byte[] inColumns(String seed) {
        return inColumns(seed, "\u2022").bytes();
    }

    public static PdfFixture inColumns(String seed, String bullet) {
        PdfFixture pdf = new PdfFixture(FontName.HELVETICA);
        boolean inForm = false;
        boolean areChildren = false;
        for (String line : seed.replaceAll("</?i>", "").split("\\n")) {
            if (line.isBlank() && !line.contains("\t")) {
                pdf.down(PITCH * 0.5f);
            } else if (inForm) {
                pdf.row(line.split("\\t", -1));
            } else if (line.startsWith("- ")) {
                areChildren = areChildren || line.startsWith("- Healthcare Delivery");
                pdf.item(areChildren ? 36 : 18, bullet, line.substring(2));
            } else {
                areChildren = false;
                inForm = line.endsWith("Training Plan");
                pdf.text(0, line.strip());
            }
        }
        return pdf;
    }

    /** Typewriter type: the text's own lines and blank lines, the table by blanks. */
    public static byte[] aligned(String seed) {
        PdfFixture pdf = new PdfFixture(FontName.COURIER);
        for (String line : seed.replaceAll("</?i>", "").split("\\n", -1)) {
            if (line.isBlank()) {
                pdf.down(PITCH);
            } else if (line.startsWith("\t") || line.endsWith("\t")) {
                pdf.line(0, line.replaceAll("\\t", "      ").stripTrailing());
            } else {
                pdf.text(0, line.strip());
            }
        }
        return pdf.bytes();
    }

    private void openPage() {
        try {
            if (page != null) {
                page.close();
            }
            PDPage added = new PDPage(PDRectangle.LETTER);
            document.addPage(added);
            pages++;
            page = new PDPageContentStream(document, added);
            show(MARGIN, PDRectangle.LETTER.getHeight() - 36, "State of Minnesota");
            show(PDRectangle.LETTER.getWidth() / 2, 36, "Page " + pages);
            y = PDRectangle.LETTER.getHeight() - 90;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void down(float by) {
        y -= by;
    }

    /** Wrapped at the right margin. */
    public void text(float indent, String text) {
        wrapped(text, WIDTH - indent).forEach(line -> line(indent, line));
    }

    void item(float indent, String bullet, String text) {
        float hang = bullet.isEmpty() ? 0 : 14;
        List<String> lines = wrapped(text, WIDTH - indent - hang);
        if (y < MARGIN) {
            openPage();
        }
        show(MARGIN + indent, y, bullet);
        lines.forEach(line -> line(indent + hang, line));
        down(4);
    }

    void row(String[] cells) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            float right = i + 1 < COLUMNS.length ? COLUMNS[i + 1] : WIDTH;
            // what is alone in its row runs over all columns
            boolean isMerged = cells[i].contains(" Competencies");
            columns.add(wrapped(cells[i], isMerged ? WIDTH : right - COLUMNS[i] - 10));
            height = Math.max(height, columns.get(i).size());
        }
        if (y - height * PITCH < MARGIN) {
            openPage();
        }
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < columns.get(i).size(); j++) {
                show(MARGIN + COLUMNS[i], y - j * PITCH, columns.get(i).get(j));
            }
        }
        down(height * PITCH + 3);
    }

    public void line(float indent, String text) {
        if (y < MARGIN) {
            openPage();
        }
        show(MARGIN + indent, y, text);
        down(PITCH);
    }

    private List<String> wrapped(String text, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" ")) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private float width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * SIZE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(float x, float atY, String text) {
        if (text.isEmpty()) {
            return;
        }
        try {
            page.beginText();
            page.setFont(font, SIZE);
            page.newLineAtOffset(x, atY);
            page.showText(text);
            page.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With passwords; an empty one opens without being asked for it. */
    public byte[] encrypted(String owner, String user) {
        try {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes();
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                document) {
            page.close();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
