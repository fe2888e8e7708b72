package org.dualtraining.catalog.rendition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Leaves out what repeats at the upper and lower edges of the pages. Only what is in the outer parts of a page, at the
 * same height and with the same words but for the page's number on more than half of the pages; a label with a
 * value stays once.
 */
final class PdfEdges {

    private static final float EDGE = 0.12f;
    private static final float SAME_HEIGHT = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[-\\u2013\\s]*(?:page\\s*)?(\\d{1,4})(?:\\s*(?:of|/)\\s*\\d{1,4})?[-\\u2013\\s]*");

    private final List<PdfPage> pages;
    private final Map<String, Integer> pagesByLine = new HashMap<>();

    private PdfEdges(List<PdfPage> pages) {
        this.pages = pages;
        for (PdfPage page : pages) {
            page.lines().stream()
                    .filter(line -> isTop(page, line) || isBottom(page, line))
                    .map(line -> key(page, line))
                    .distinct()
                    .forEach(key -> pagesByLine.merge(key, 1, Integer::sum));
        }
    }

    static List<PdfPage> without(List<PdfPage> pages) {
        PdfEdges edges = new PdfEdges(pages);
        return pages.stream()
                .map(page -> new PdfPage(
                        page.number(),
                        page.height(),
                        page.lines().stream()
                                .filter(line -> !edges.isOnEdge(page, line))
                                .toList()))
                .toList();
    }

    private boolean isOnEdge(PdfPage page, PdfLine line) {
        boolean isTop = isTop(page, line);
        boolean isBottom = isBottom(page, line);
        if (!isTop && !isBottom) {
            return false;
        }
        if (isPageNumber(page, line)) {
            return true;
        }
        boolean repeats = pages.size() > 1 && pagesByLine.getOrDefault(key(page, line), 0) * 2 > pages.size();
        // a label with its value may stand nowhere else
        return repeats && (page.number() > 1 || !line.text().contains(":"));
    }

    private static boolean isPageNumber(PdfPage page, PdfLine line) {
        var number = PAGE_NUMBER.matcher(line.text().toLowerCase(Locale.ROOT));
        return number.matches() && Integer.parseInt(number.group(1)) == page.number();
    }

    private static boolean isTop(PdfPage page, PdfLine line) {
        return line.y() < page.height() * EDGE;
    }

    private static boolean isBottom(PdfPage page, PdfLine line) {
        return line.y() > page.height() * (1 - EDGE);
    }

    /** Two lines that differ in the number of their page say the same; other numbers make other lines. */
    private static String key(PdfPage page, PdfLine line) {
        String number = Integer.toString(page.number());
        return Math.round(line.y() / SAME_HEIGHT) + " "
                + NUMBER.matcher(line.text()).replaceAll(found -> found.group().equals(number) ? "#" : found.group());
    }
}
