package org.dualtraining.catalog.competencycsv;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a reader sees of a description in HTML: no tags, a line for each paragraph, list item and line break. */
final class HtmlText {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern LINE_ENDS = Pattern.compile("[ \\t]*\\n[ \\t\\n]*");

    private HtmlText() {}

    static String plain(String html) {
        StringBuilder text = new StringBuilder(html.length());
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(BLANKS.matcher(words.getWholeText()).replaceAll(" "));
                        } else {
                            breakLine(node);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        breakLine(node);
                    }

                    private void breakLine(Node node) {
                        if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                            text.append('\n');
                        }
                    }
                },
                Jsoup.parseBodyFragment(html).body());
        return LINE_ENDS.matcher(text).replaceAll("\n");
    }
}
