package org.dualtraining.progress.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The members of an event's data, read strictly: a wrong one is {@link DeadLetterClass#SCHEMA}, with its place and what
 * would be right. Members that nobody asks for are ignored.
 */
public final class EventFields {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int UUID_LENGTH = 36;

    private final JsonNode node;
    private final String at;

    private EventFields(JsonNode node, String at) {
        this.node = node;
        this.at = at;
    }

    /** The data of an event. */
    public static EventFields of(JsonNode data) {
        return new EventFields(data, "");
    }

    public UUID uuid(String name) {
        return require(name, uuidOrNull(name));
    }

    public @Nullable UUID uuidOrNull(String name) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // refused below, without the value
        }
        throw wrong(name, "must be a UUID");
    }

    public String text(String name, int longest) {
        return require(name, textOrNull(name, longest));
    }

    public @Nullable String textOrNull(String name, int longest) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        if (text.length() > longest) {
            throw wrong(name, "must have at most " + longest + " characters");
        }
        if (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(EventFields::isLoneSurrogate)) {
            throw wrong(name, "must be text that a database can keep");
        }
        return text;
    }

    public <E extends Enum<E>> E oneOf(Class<E> values, String name) {
        String text = require(name, string(name));
        for (E value : values.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw wrong(name, "must be one of the known values");
    }

    public long number(String name, long least, long most) {
        return require(name, numberOrNull(name, least, most));
    }

    public @Nullable Long numberOrNull(String name, long least, long most) {
        JsonNode value = member(name);
        if (value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(name, "must be a whole number");
        }
        long number = value.longValue();
        if (number < least || number > most) {
            throw wrong(name, "must be from " + least + " to " + most);
        }
        return number;
    }

    public int integer(String name, int least, int most) {
        return (int) number(name, least, most);
    }

    public @Nullable Integer integerOrNull(String name, int least, int most) {
        Long number = numberOrNull(name, least, most);
        return number == null ? null : number.intValue();
    }

    public LocalDate date(String name) {
        return require(name, dateOrNull(name));
    }

    public @Nullable LocalDate dateOrNull(String name) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw wrong(name, "must be an ISO date of the years 1900 to 2199");
    }

    public Instant instant(String name) {
        String text = require(name, string(name));
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (!time.toLocalDate().isBefore(EARLIEST) && !time.toLocalDate().isAfter(LATEST)) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw wrong(name, "must be an ISO instant");
    }

    public List<EventFields> list(String name, int most) {
        JsonNode value = member(name);
        if (!value.isArray() || value.size() > most) {
            throw wrong(name, "must be an array of at most " + most + " items");
        }
        List<EventFields> items = new ArrayList<>(value.size());
        for (JsonNode item : value) {
            items.add(new EventFields(item, at + "/" + name + "/" + items.size()));
        }
        return items;
    }

    /** As {@link #list}, where an event of before the member was thought of has none. */
    public List<EventFields> listOrNone(String name, int most) {
        return member(name).isNull() ? List.of() : list(name, most);
    }

    public YearMonth month(String name) {
        String text = require(name, string(name));
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= EARLIEST.getYear() && month.getYear() < LATEST.getYear()) {
                return month;
            }
        } catch (DateTimeParseException e) {
            // refused below, without the value
        }
        throw wrong(name, "must be a month such as 2026-05 of the years 1900 to 2199");
    }

    /** A member that is a language of its own, such as a rule. */
    public JsonNode tree(String name) {
        JsonNode value = member(name);
        if (!value.isObject()) {
            throw wrong(name, "must be an object");
        }
        return value;
    }

    /** All members, to be kept as they came. */
    public JsonNode all() {
        return node;
    }

    private @Nullable String string(String name) {
        JsonNode value = member(name);
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(name, "must be a string");
        }
        return value.textValue();
    }

    private JsonNode member(String name) {
        if (!node.isObject()) {
            throw new Poison(DeadLetterClass.SCHEMA, (at.isEmpty() ? "the data" : at) + ": must be an object");
        }
        JsonNode value = node.get(name);
        return value == null ? NullNode.getInstance() : value;
    }

    private <T> T require(String name, @Nullable T value) {
        if (value == null) {
            throw wrong(name, "is required");
        }
        return value;
    }

    private Poison wrong(String name, String expectation) {
        return new Poison(DeadLetterClass.SCHEMA, at + "/" + name + ": " + expectation);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
