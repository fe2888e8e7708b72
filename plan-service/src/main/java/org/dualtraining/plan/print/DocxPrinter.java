package org.dualtraining.plan.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** Writes a page as a Word document that can be filled in: headings, paragraphs and tables, nothing drawn. */
final class DocxPrinter {

    /** Letter, landscape, in twentieths of a point; the page's CSS says the same. */
    private static final int WIDTH = 15_840;

    private static final int HEIGHT = 12_240;
    private static final int MARGIN = 720;

    private final XWPFDocument docx;

    private DocxPrinter(XWPFDocument docx) {
        this.docx = docx;
    }

    static byte[] print(String html) {
        Document page = Jsoup.parse(html);
        try (XWPFDocument docx = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new DocxPrinter(docx).write(page);
            docx.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Document page) {
        DocxStyles.apply(docx, page.select("html").attr("lang"));
        docx.getProperties().getCoreProperties().setTitle(page.title());
        docx.getProperties().getCoreProperties().setCreator("dual-training");
        layOut();
        page.select(".running").stream().findFirst().ifPresent(running -> footer(running.text()));
        page.select("main").forEach(this::children);
    }

    private void layOut() {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        BigInteger margin = BigInteger.valueOf(MARGIN);
        margins.setTop(margin);
        margins.setBottom(margin);
        margins.setLeft(margin);
        margins.setRight(margin);
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    private void footer(String text) {
        XWPFParagraph footer = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle(DocxStyles.SMALL);
        CTTabStop right = footer.getCTP().getPPr().addNewTabs().addNewTab();
        right.setVal(STTabJc.RIGHT);
        right.setPos(BigInteger.valueOf(WIDTH - 2 * MARGIN));
        footer.createRun().setText(text);
        footer.createRun().addTab();
        footer.createRun().setText("Page ");
        footer.createFieldRun().getCTField().setInstr("PAGE");
        footer.createRun().setText(" of ");
        footer.createFieldRun().getCTField().setInstr("NUMPAGES");
    }

    private void children(Element parent) {
        for (Element element : parent.children()) {
            switch (element.normalName()) {
                case "h1" -> paragraph(element, DocxStyles.HEADING + 1);
                case "h2" -> paragraph(element, DocxStyles.HEADING + 2);
                case "h3" -> paragraph(element, DocxStyles.HEADING + 3);
                // a paragraph introduces the table below it
                case "p" -> paragraph(element, DocxStyles.NORMAL).setKeepNext(true);
                case "table" -> table(element);
                default -> children(element);
            }
        }
    }

    private void table(Element element) {
        element.select("> caption").forEach(caption -> paragraph(caption, DocxStyles.CAPTION));
        new DocxTable(docx.createTable(), WIDTH - 2 * MARGIN).write(element);
        // or two tables in a row become one
        docx.createParagraph().setStyle(DocxStyles.SMALL);
    }

    private XWPFParagraph paragraph(Element element, String style) {
        XWPFParagraph paragraph = docx.createParagraph();
        paragraph.setStyle(style);
        DocxText.write(element, paragraph);
        return paragraph;
    }
}
