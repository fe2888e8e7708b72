package org.dualtraining.catalog.rendition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** A DOCX as Word writes it: paragraphs, numbered list items, tables with a merged row. */
public final class DocxFixture {

    private static final int COLUMNS = 5;

    private final XWPFDocument document = new XWPFDocument();
    private final BigInteger bullets;

    public DocxFixture() {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ONE);
        for (int level = 0; level < 3; level++) {
            CTLvl lvl = list.addNewLvl();
            lvl.setIlvl(BigInteger.valueOf(level));
            lvl.addNewNumFmt().setVal(STNumberFormat.BULLET);
            lvl.addNewLvlText().setVal("\uF0B7");
            lvl.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(720L * (level + 1)));
            lvl.getPPr().getInd().setHanging(BigInteger.valueOf(360));
        }
        bullets = document.createNumbering().addNum(document.getNumbering().addAbstractNum(new XWPFAbstractNum(list)));
    }

    public XWPFDocument document() {
        return document;
    }

    public DocxFixture paragraph(String text) {
        document.createParagraph().createRun().setText(text);
        return this;
    }

    /** Cut into runs in the middle of words, as Word does. */
    public DocxFixture item(int level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(bullets);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        for (int at = 0; at < text.length(); at += 37) {
            paragraph.createRun().setText(text.substring(at, Math.min(at + 37, text.length())));
        }
        return this;
    }

    /** A form: a row of a single cell is merged over all columns. */
    public DocxFixture form(List<List<String>> rows) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        for (List<String> cells : rows) {
            XWPFTableRow row = table.createRow();
            while (row.getTableCells().size() > 1) {
                row.removeCell(1);
            }
            if (row.getTableCells().isEmpty()) {
                row.createCell();
            }
            row.getCell(0).setText(cells.get(0));
            if (cells.size() == 1) {
                row.getCell(0).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.valueOf(COLUMNS));
            }
            for (String cell : cells.subList(1, cells.size())) {
                row.createCell().setText(cell);
            }
        }
        return this;
    }

    /** The seed's text with real lists and a real table. */
    public static byte[] of(String seed) {
        DocxFixture docx = new DocxFixture();
        String[] parts = seed.split("Training Plan\\n", 2);
        String text = parts[0] + "Training Plan";
        boolean areChildren = false;
        for (String line : text.split("\\n")) {
            if (line.startsWith("- ")) {
                areChildren = areChildren || line.startsWith("- Healthcare Delivery");
                docx.item(areChildren ? 1 : 0, line.substring(2));
            } else if (!line.isBlank()) {
                areChildren = false;
                docx.paragraph(line);
            }
        }
        docx.form(parts[1].lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceAll("</?i>", ""))
                .map(line -> line.contains(" Competencies\t") ? List.of(line.strip()) : List.of(line.split("\\t", -1)))
                .toList());
        return docx.bytes();
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
