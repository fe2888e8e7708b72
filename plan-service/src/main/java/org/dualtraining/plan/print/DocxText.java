package org.dualtraining.plan.print;

import java.util.List;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The text of an element as runs: strong is bold, a note is a paragraph of its own, lines are kept where they are text. */
final class DocxText {

    private final @Nullable Supplier<XWPFParagraph> next;
    private XWPFParagraph paragraph;

    private DocxText(XWPFParagraph paragraph, @Nullable Supplier<XWPFParagraph> next) {
        this.paragraph = paragraph;
        this.next = next;
    }

    static void write(Element element, XWPFParagraph paragraph) {
        new DocxText(paragraph, null).children(element, false);
    }

    /** @param next makes the paragraph after the present one */
    static void write(Element cell, XWPFParagraph first, Supplier<XWPFParagraph> next) {
        new DocxText(first, next).children(cell, cell.is("th:not(.plain), tr.total > *"));
    }

    private void children(Element element, boolean isBold) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                List<String> lines =
                        element.hasClass("lines") ? text.getWholeText().lines().toList() : List.of(text.text());
                write(lines, isBold);
            } else if (node instanceof Element child) {
                if (child.hasClass("note") && next != null) {
                    paragraph = next.get();
                    paragraph.setStyle(DocxStyles.SMALL);
                }
                children(
                        child,
                        (isBold && !child.hasClass("note"))
                                || child.normalName().equals("strong"));
            }
        }
    }

    private void write(List<String> lines, boolean isBold) {
        if (lines.stream().allMatch(String::isBlank)) {
            return;
        }
        XWPFRun run = paragraph.createRun();
        if (isBold) {
            // said to be not bold, it would overrule a heading's style
            run.setBold(true);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines.get(i), i);
        }
    }
}
