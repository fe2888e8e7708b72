package org.dualtraining.plan.print;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a document, by the names under which Word knows them: its outline is made of headings. */
final class DocxStyles {

    static final String NORMAL = "Normal";
    static final String HEADING = "Heading";
    static final String CAPTION = "Caption";
    static final String SMALL = "Small";

    /** Has the widths of Liberation Sans, and every office has it. */
    private static final String FONT = "Arial";

    private DocxStyles() {}

    static void apply(XWPFDocument docx, String language) {
        XWPFStyles styles = docx.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(language);
        CTStyle normal = style(NORMAL, "Normal", 18, 0);
        normal.setDefault(true);
        CTStyle caption = style(CAPTION, "caption", 17, 60);
        caption.getPPr().addNewKeepNext();
        // a style that was added is a copy: nothing done to it later would be kept
        Stream.of(normal, heading(1, 32), heading(2, 24), heading(3, 20), caption, style(SMALL, "Small", 16, 0))
                .forEach(style -> styles.addStyle(new XWPFStyle(style)));
    }

    private static CTStyle heading(int level, int halfPoints) {
        CTStyle style = style(HEADING + level, "heading " + level, halfPoints, 80);
        style.getRPr().addNewB();
        CTPPrGeneral paragraph = style.getPPr();
        paragraph.addNewKeepNext();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        paragraph.getSpacing().setBefore(BigInteger.valueOf(160));
        return style;
    }

    private static CTStyle style(String id, String name, int halfPoints, int after) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        style.addNewRPr().addNewSz().setVal(BigInteger.valueOf(halfPoints));
        CTSpacing spacing = style.addNewPPr().addNewSpacing();
        spacing.setAfter(BigInteger.valueOf(after));
        return style;
    }
}
