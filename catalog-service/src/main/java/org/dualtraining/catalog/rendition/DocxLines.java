package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The body of a DOCX as lines, read as a stream; headers, footers, notes, comments and text boxes are no part of it. */
final class DocxLines {

    private static final Set<String> NO_BLOCKS =
            Set.of("AlternateContent", "drawing", "pict", "del", "moveFrom", "sectPr", "tblPr", "tblGrid", "sdtEndPr");

    /** Nesting of tables and controls; what is deeper is no document. */
    private static final int DEEPEST = 40;

    private final XMLStreamReader xml;
    private final DocxStyles styles;
    private final List<String> lines = new ArrayList<>();
    private long characters;
    private int depth;
    private boolean joins;

    private DocxLines(XMLStreamReader xml, DocxStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    static Rendition read(byte[] bytes) throws IOException, XMLStreamException {
        try (OfficePackage office = OfficePackage.open(bytes)) {
            String main = office.mainPart(Format.DOCX);
            DocxStyles styles = DocxStyles.of(office, main);
            DocxLines body =
                    new DocxLines(office.part(main).orElseThrow(() -> UnreadableDocument.broken(Format.DOCX)), styles);
            while (OfficeXml.next(body.xml)) {
                if (body.xml.isStartElement() && body.xml.getLocalName().equals("body")) {
                    body.readBlocks("body", body.lines);
                }
            }
            return Rendition.ofTexts(Format.DOCX, body.lines);
        }
    }

    private void readBlocks(String end, List<String> into) throws XMLStreamException {
        depth++;
        if (depth > DEEPEST) {
            throw UnreadableDocument.because("nests tables or controls deeper than any document");
        }
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals(end))) {
            if (!xml.isStartElement()) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("p")) {
                paragraph(into);
            } else if (name.equals("tbl")) {
                readTable(into);
            } else if (NO_BLOCKS.contains(name)) {
                OfficeXml.skip(xml);
            } else if (name.equals("sdt") || name.equals("sdtContent") || name.equals("customXml")) {
                readBlocks(name, into);
            }
        }
        depth--;
    }

    private void paragraph(List<String> into) throws XMLStreamException {
        DocxText paragraph = DocxText.read(xml);
        characters += paragraph.text().length();
        Rendition.requireCharacters(characters);
        DocxStyles.Placed placed = styles.place(paragraph.properties());
        String indent = " ".repeat(placed.blanks());
        String first = indent + (placed.isItem() && !paragraph.text().isBlank() ? "- " : "");
        for (String line : ReadableText.LINE_BREAK.split(paragraph.text(), -1)) {
            if (joins && !into.isEmpty()) {
                into.set(into.size() - 1, into.get(into.size() - 1) + line);
            } else {
                into.add(first + line);
            }
            joins = false;
            // behind a soft line break the text of the paragraph goes on
            first = indent;
        }
        joins = paragraph.properties().joinsNext();
        Rendition.requireLines(into.size());
    }

    private void readTable(List<String> into) throws XMLStreamException {
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("tbl"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("tr")) {
                into.addAll(readRow().lines());
                Rendition.requireLines(into.size());
            } else if (xml.isStartElement() && xml.getLocalName().equals("tblPr")) {
                OfficeXml.skip(xml);
            }
        }
    }

    private DocxRow readRow() throws XMLStreamException {
        DocxRow row = new DocxRow();
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("tr"))) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "tc" -> readCell(row);
                case "gridBefore" -> row.skip(OfficeXml.number(xml, "val", 0));
                case "del" -> row.delete();
                case "tblPrEx", "trPrChange" -> OfficeXml.skip(xml);
                default -> {}
            }
        }
        return row;
    }

    private void readCell(DocxRow row) throws XMLStreamException {
        List<String> cell = new ArrayList<>();
        int span = 1;
        depth++;
        if (depth > DEEPEST) {
            throw UnreadableDocument.because("nests tables or controls deeper than any document");
        }
        joins = false;
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("tc"))) {
            if (!xml.isStartElement()) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("gridSpan")) {
                span = OfficeXml.number(xml, "val", 1);
            } else if (name.equals("p")) {
                paragraph(cell);
            } else if (name.equals("tbl")) {
                readTable(cell);
            } else if (NO_BLOCKS.contains(name)) {
                OfficeXml.skip(xml);
            }
        }
        depth--;
        joins = false;
        row.add(cell, span);
    }
}
