package org.dualtraining.catalog.rendition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a workbook says about its sheets.
 *
 * @param isFrom1904 whether days are counted from 1904, as old files of the Macintosh do
 */
record XlsxWorkbook(List<NamedSheet> sheets, boolean isFrom1904) {

    static XlsxWorkbook read(OfficePackage office, String main) throws IOException, XMLStreamException {
        XMLStreamReader xml = office.part(main).orElseThrow(() -> UnreadableDocument.broken(Format.XLSX));
        List<NamedSheet> sheets = new ArrayList<>();
        boolean isFrom1904 = false;
        while (OfficeXml.next(xml)) {
            if (xml.isStartElement() && xml.getLocalName().equals("sheet")) {
                sheets.add(new NamedSheet(OfficeXml.text(xml, "name"), OfficeXml.text(xml, "id")));
            } else if (xml.isStartElement() && xml.getLocalName().equals("workbookPr")) {
                isFrom1904 = Set.of("1", "true").contains(OfficeXml.text(xml, "date1904"));
            }
        }
        return new XlsxWorkbook(List.copyOf(sheets), isFrom1904);
    }

    /** A sheet and the relationship under which it is stored. */
    record NamedSheet(String name, String relationship) {}
}
