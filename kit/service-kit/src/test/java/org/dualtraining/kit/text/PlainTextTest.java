package org.dualtraining.kit.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a name, Zoë O’Neil-Müller, true",
        "a name in another script, 田中, true",
        "blank, '   ', false",
        "a NUL, a\\u0000b, false",
        "a line break, a\\u000ab, false",
        "a direction override, a\\u202eb, false",
        "an isolate, a\\u2066b, false",
        "a lone surrogate, a\\ud800b, false",
        "not NFC, e\\u0301, false",
        "a zero-width joiner, a\\u200db, true",
        "eleven characters, 12345678901, false"
    })
    void text_for_people_is_accepted_and_what_could_hide_is_not(String what, String text, boolean accepted) {
        assertEquals(accepted, PlainTextValidator.isPlain(unescape(text), what.startsWith("eleven") ? 10 : 100, false));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("\\u", at)) {
                plain.append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        return plain.toString();
    }
}
