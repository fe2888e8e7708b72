package org.dualtraining.plan.print;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** One table: columns as wide as the page says, heading rows on every sheet, rows that stay whole where they fit. */
final class DocxTable {

    private static final String SHADE = "E8ECEF";
    private static final int HEIGHT_TO_WRITE = 380;
    private static final int HEIGHT_TO_SIGN = 560;
    private static final int INDENT = 200;

    private final XWPFTable table;
    private final int width;
    private List<Integer> columns = List.of();

    DocxTable(XWPFTable table, int width) {
        this.table = table;
        this.width = width;
    }

    void write(Element element) {
        table.removeRow(0);
        columns = element.select("> colgroup > col").stream()
                .map(column -> width * percent(column) / 100)
                .toList();
        properties(element);
        element.select("> thead > tr").forEach(row -> row(row).setRepeatHeader(true));
        element.select("> tbody > tr").forEach(this::row);
    }

    /** The class of a column is its width: w20. */
    private static int percent(Element column) {
        return Integer.parseInt(column.className().substring(1));
    }

    private void properties(Element element) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(columns.stream().mapToInt(Integer::intValue).sum());
        table.setCellMargins(40, 80, 40, 80);
        element.select("> caption")
                .forEach(caption -> properties.addNewTblCaption().setVal(caption.text()));
        CTTblGrid grid = table.getCTTbl().addNewTblGrid();
        columns.forEach(column -> grid.addNewGridCol().setW(BigInteger.valueOf(column)));
    }

    private XWPFTableRow row(Element element) {
        XWPFTableRow row = table.insertNewTableRow(table.getNumberOfRows());
        row.setCantSplitRow(!element.hasClass("long"));
        row.setHeight(element.hasClass("fill") ? HEIGHT_TO_SIGN : HEIGHT_TO_WRITE);
        row.setHeightRule(TableRowHeightRule.AT_LEAST);
        int column = 0;
        for (Element cell : element.children()) {
            int span = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
            cell(row.createCell(), cell, column, span);
            column += span;
        }
        return row;
    }

    private void cell(XWPFTableCell cell, Element element, int column, int span) {
        CTTcPr properties = cell.getCTTc().addNewTcPr();
        properties.addNewTcW().setType(STTblWidth.DXA);
        properties
                .getTcW()
                .setW(BigInteger.valueOf(
                        IntStream.range(column, column + span).map(columns::get).sum()));
        if (span > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        if (element.is("thead th, tr.group > *")) {
            cell.setColor(SHADE);
        }
        XWPFParagraph first = cell.getParagraphArray(0);
        DocxText.write(element, first, cell::addParagraph);
        if (element.hasClass("number")) {
            first.setAlignment(ParagraphAlignment.RIGHT);
        }
        if (element.hasClass("plain")) {
            cell.getParagraphs().forEach(paragraph -> paragraph.setIndentationLeft(INDENT));
        }
        if (element.is("thead th, tr.group > *")) {
            cell.getParagraphs().forEach(DocxTable::stayWithNext);
        }
    }

    /** A heading stands above its first row, not at the foot of the sheet before. */
    private static void stayWithNext(XWPFParagraph paragraph) {
        if (paragraph.getStyle() == null) {
            paragraph.setStyle(DocxStyles.NORMAL);
        }
        paragraph.setKeepNext(true);
    }
}
