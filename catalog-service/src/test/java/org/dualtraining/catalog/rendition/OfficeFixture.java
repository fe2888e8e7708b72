package org.dualtraining.catalog.rendition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office files by their parts, for what no office program would write. */
public final class OfficeFixture {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A DOCX with this body. */
    public static OfficeFixture docx(String body) {
        return ofDocument("<w:document xmlns:w=\"" + WORD + "\"><w:body>" + body + "</w:body></w:document>");
    }

    /** A DOCX with this main part. */
    public static OfficeFixture ofDocument(String xml) {
        return new OfficeFixture()
                .contentType(DOCX_MAIN)
                .part("word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A DOCX with many mebibytes of blanks between its paragraphs, packed into a few kilobytes. */
    public static byte[] bomb(int mebibytes) {
        OfficeFixture office = docx("@");
        String[] around = office.text("word/document.xml").split("@", -1);
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(office.parts.get("[Content_Types].xml"));
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                zip.write(around[0].getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < mebibytes; i++) {
                    zip.write("<w:p/>".getBytes(StandardCharsets.UTF_8));
                    zip.write(blanks);
                }
                zip.write(around[1].getBytes(StandardCharsets.UTF_8));
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a file that another program wrote. */
    public static OfficeFixture of(byte[] file) {
        OfficeFixture office = new OfficeFixture();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                office.parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return office;
    }

    public OfficeFixture contentType(String mainType) {
        return part(
                "[Content_Types].xml",
                ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                                + " PartName=\"/word/document.xml\" ContentType=\"" + mainType + "\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    public OfficeFixture part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public String text(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A paragraph of these runs. */
    public static String paragraph(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    public static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }
}
