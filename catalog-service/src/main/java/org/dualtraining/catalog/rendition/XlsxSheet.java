package org.dualtraining.catalog.rendition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellReference;
import org.dualtraining.catalog.rendition.Sheet.Formula;
import org.dualtraining.catalog.rendition.Sheet.Row;

/** Reads one sheet. Rows in which no cell says anything are left out, however many a template has. */
final class XlsxSheet {

    private static final int MOST_COLUMNS = 200;
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})\\d{1,7}");

    private final int number;
    private final XMLStreamReader xml;
    private final XlsxValues values;
    private final List<Row> rows = new ArrayList<>();
    private final List<Formula> formulas = new ArrayList<>();
    private int row;
    private long characters;

    /** @param number of the sheet, from 1 */
    XlsxSheet(int number, XMLStreamReader xml, XlsxValues values) {
        this.number = number;
        this.xml = xml;
        this.values = values;
    }

    Sheet read(String name) throws XMLStreamException {
        ReadableText.require("the name of sheet " + number, name);
        while (OfficeXml.next(xml)) {
            if (xml.isStartElement() && xml.getLocalName().equals("row")) {
                row = OfficeXml.number(xml, "r", row + 1);
                readRow();
            }
        }
        return new Sheet(name, List.copyOf(rows), List.copyOf(formulas));
    }

    private void readRow() throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        int next = 0;
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("row"))) {
            if (xml.isStartElement() && xml.getLocalName().equals("c")) {
                String reference = OfficeXml.text(xml, "r");
                int column = reference.isEmpty() ? next : column(reference);
                next = column + 1;
                put(cells, column, readCell(column, reference));
            }
        }
        if (!cells.stream().allMatch(String::isBlank)) {
            rows.add(new Row(row, List.copyOf(cells)));
            Rendition.requireLines(rows.size());
        }
    }

    /** What stands nowhere would be lost without a word. */
    private int column(String reference) {
        Matcher column = REFERENCE.matcher(reference);
        if (!column.matches()) {
            throw UnreadableDocument.where(
                    "sheet " + number + " row " + row, "has a cell whose reference must be such as B" + row);
        }
        return CellReference.convertColStringToIndex(column.group(1));
    }

    private String place(int column) {
        return "sheet " + number + " row " + row + " column " + CellReference.convertNumToColString(column);
    }

    private void put(List<String> cells, int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw UnreadableDocument.where(place(column), "must be in one of the first " + MOST_COLUMNS + " columns");
        }
        if (column < cells.size() && !cells.get(column).isEmpty()) {
            throw UnreadableDocument.where(place(column), "must be in the row once");
        }
        ReadableText.require(place(column), text);
        characters += text.length();
        Rendition.requireCharacters(characters);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private String readCell(int column, String reference) throws XMLStreamException {
        String type = OfficeXml.text(xml, "t");
        int style = OfficeXml.number(xml, "s", 0);
        String stored = "";
        boolean isFormula = false;
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals("c"))) {
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> stored = xml.getElementText();
                case "is" -> stored = XlsxValues.richText(xml, "is");
                case "f" -> isFormula = true;
                default -> {}
            }
        }
        if (isFormula) {
            formulas.add(new Formula(row, reference, !stored.isEmpty() && !type.equals("e")));
            Rendition.requireLines(formulas.size());
        }
        if (stored.isEmpty()) {
            return "";
        }
        return values.of(type, style, stored)
                .orElseThrow(() ->
                        UnreadableDocument.where(place(column), "must refer to one of the texts that the file shares"));
    }
}
