package org.dualtraining.catalog.rendition;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** From what a cell stores to what it says: texts that cells share, numbers, and numbers that are days. */
final class XlsxValues {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][-+]?\\d{1,3})?");
    private static final int MOST_FORMATS = 65_000;

    private final boolean isFrom1904;
    private final List<String> strings = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> formatByStyle = new ArrayList<>();
    private long characters;

    XlsxValues(boolean isFrom1904) {
        this.isFrom1904 = isFrom1904;
    }

    void readStrings(XMLStreamReader xml) throws XMLStreamException {
        while (OfficeXml.next(xml)) {
            if (xml.isStartElement() && xml.getLocalName().equals("si")) {
                String text = richText(xml, "si");
                // an empty one costs memory too
                characters += text.length() + 8L;
                Rendition.requireCharacters(characters);
                strings.add(text);
            }
        }
    }

    void readStyles(XMLStreamReader xml) throws XMLStreamException {
        boolean inCells = false;
        while (OfficeXml.next(xml)) {
            if (xml.isEndElement() && xml.getLocalName().equals("cellXfs")) {
                inCells = false;
            }
            if (!xml.isStartElement()) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "numFmt" -> formats.put(OfficeXml.number(xml, "numFmtId", 0), OfficeXml.text(xml, "formatCode"));
                case "cellXfs" -> inCells = true;
                case "xf" -> {
                    if (inCells && formatByStyle.size() < MOST_FORMATS) {
                        formatByStyle.add(OfficeXml.number(xml, "numFmtId", 0));
                    }
                }
                default -> {}
            }
        }
    }

    /** The texts of all runs inside, without phonetic readings; reads to the end of the element. */
    static String richText(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (OfficeXml.next(xml) && !(xml.isEndElement() && xml.getLocalName().equals(end))) {
            if (xml.isStartElement() && xml.getLocalName().equals("rPh")) {
                OfficeXml.skip(xml);
            } else if (xml.isStartElement() || xml.isEndElement()) {
                inText = xml.isStartElement() && xml.getLocalName().equals("t");
            } else if (inText && xml.isCharacters()) {
                text.append(xml.getText());
                Rendition.requireCharacters(text.length());
            }
        }
        return text.toString();
    }

    /**
     * Nothing for an index of a shared text that is not there.
     *
     * @param type of the cell as stored: s, str, inlineStr, b, e, d, n or empty
     * @param style index of the cell's format
     */
    Optional<String> of(String type, int style, String stored) {
        return type.equals("s") ? shared(stored) : Optional.of(own(type, style, stored));
    }

    private Optional<String> shared(String index) {
        return index.matches("\\d{1,7}") && Integer.parseInt(index) < strings.size()
                ? Optional.of(strings.get(Integer.parseInt(index)))
                : Optional.empty();
    }

    private String own(String type, int style, String stored) {
        return switch (type) {
            case "b" -> stored.equals("1") ? "TRUE" : "FALSE";
            // an error, which says nothing
            case "e" -> "";
            case "str", "inlineStr", "d" -> stored;
            default -> NUMBER.matcher(stored).matches() ? number(style, Double.parseDouble(stored)) : stored;
        };
    }

    private String number(int style, double value) {
        int format = style >= 0 && style < formatByStyle.size() ? formatByStyle.get(style) : 0;
        String code = formats.getOrDefault(format, builtin(format));
        if (DateUtil.isADateFormat(format, code) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime at = DateUtil.getLocalDateTime(value, isFrom1904);
            return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate().toString()
                    : at.toString();
        }
        return Double.isFinite(value) && Math.abs(value) < 1e15
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static String builtin(int format) {
        String code = format < 0 || format > 163 ? null : BuiltinFormats.getBuiltinFormat(format);
        return code == null ? "General" : code;
    }
}
