package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dualtraining.catalog.rendition.OfficePackage.Relationship;

/** The sheets of an XLSX, read as streams. */
final class XlsxSheets {

    private static final int MOST_SHEETS = 50;

    private XlsxSheets() {}

    static Rendition read(byte[] bytes) throws IOException, XMLStreamException {
        try (OfficePackage office = OfficePackage.open(bytes)) {
            String main = office.mainPart(Format.XLSX);
            Map<String, Relationship> relationships = office.relationships(main);
            XlsxWorkbook workbook = XlsxWorkbook.read(office, main);
            XlsxValues values = values(office, relationships, workbook.isFrom1904());
            if (workbook.sheets().size() > MOST_SHEETS) {
                throw UnreadableDocument.because("must have at most " + MOST_SHEETS + " sheets");
            }
            List<Sheet> sheets = new ArrayList<>();
            int rows = 0;
            for (XlsxWorkbook.NamedSheet named : workbook.sheets()) {
                Relationship part = relationships.get(named.relationship());
                Optional<XMLStreamReader> xml =
                        part != null && part.isOf("worksheet") ? office.part(part.part()) : Optional.empty();
                if (xml.isPresent()) {
                    Sheet sheet = new XlsxSheet(sheets.size() + 1, xml.get(), values).read(named.name());
                    rows += sheet.rows().size();
                    Rendition.requireLines(rows);
                    sheets.add(sheet);
                }
            }
            return Rendition.ofSheets(sheets);
        }
    }

    private static XlsxValues values(OfficePackage office, Map<String, Relationship> relationships, boolean isFrom1904)
            throws IOException, XMLStreamException {
        XlsxValues values = new XlsxValues(isFrom1904);
        for (Relationship part : relationships.values()) {
            Optional<XMLStreamReader> xml =
                    part.isOf("styles") || part.isOf("sharedStrings") ? office.part(part.part()) : Optional.empty();
            if (xml.isPresent() && part.isOf("styles")) {
                values.readStyles(xml.get());
            } else if (xml.isPresent()) {
                values.readStrings(xml.get());
            }
        }
        return values;
    }
}
