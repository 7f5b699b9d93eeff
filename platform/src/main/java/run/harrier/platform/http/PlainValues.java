package run.harrier.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import run.harrier.platform.problem.ProblemException;

/**
 * Texts, days and instants as the API promises them: a JSON string and nothing else, where Jackson would also make a
 * text of a number, a day of an array and an instant of a number. A text holds neither the character 0, which
 * PostgreSQL cannot keep, nor half a character, which it would keep as another; days and instants are those of
 * {@link DayRange}.
 */
final class PlainValues {
    private PlainValues() {}

    static SimpleModule module() {
        return new SimpleModule("plain values")
                .addDeserializer(String.class, new Plain<>(String.class, PlainValues::text))
                .addDeserializer(LocalDate.class, new Plain<>(LocalDate.class, text -> DayRange.day("", text)))
                .addDeserializer(Instant.class, new Plain<>(Instant.class, text -> DayRange.instant("", text)));
    }

    private static String text(String text) {
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("a text cannot hold the character 0");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("a text cannot hold half a character");
        }
        return text;
    }

    private static final class Plain<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;

        Plain(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "a JSON string is needed");
            }
            try {
                return reading.apply(parser.getText());
            } catch (IllegalArgumentException | ProblemException e) {
                return context.reportInputMismatch(this, "%s", e.getMessage());
            }
        }
    }
}
