package run.harrier.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;
import run.harrier.platform.json.JsonText;
import run.harrier.platform.problem.ImpossibleValueException;
import run.harrier.platform.time.model.UsualYears;

/**
 * Reads texts, days and instants from a JSON string and from nothing else; Jackson alone would also read a text or an
 * instant from a number and a day from an array. A text of a request is {@link FreeText}. Days and instants lie in the
 * {@link UsualYears}.
 */
final class StrictScalarModule {
    private StrictScalarModule() {}

    static SimpleModule module() {
        return new SimpleModule("strict scalars")
                .addDeserializer(String.class, new StrictScalar<>(String.class, FreeText::spelled, FreeText::isShown))
                .addDeserializer(
                        LocalDate.class, new StrictScalar<>(LocalDate.class, LocalDate::parse, UsualYears::contain))
                .addDeserializer(Instant.class, new StrictScalar<>(Instant.class, Instant::parse, UsualYears::contain));
    }

    private static final class StrictScalar<T> extends StdScalarDeserializer<T> {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> reading;
        private final transient Predicate<T> possible;

        StrictScalar(Class<T> type, Function<String, T> reading, Predicate<T> possible) {
            super(type);
            this.reading = reading;
            this.possible = possible;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "a JSON string is needed");
            }
            var text = parser.getText();
            var value = read(text, context);
            var isOurs = handledType() == String.class && context.getAttribute(JsonText.OURS) != null;
            if (!isOurs && !possible.test(value)) {
                throw new ImpossibleValueException(parser, text, handledType());
            }
            return value;
        }

        private T read(String text, DeserializationContext context) throws IOException {
            try {
                return reading.apply(text);
            } catch (DateTimeException e) {
                return context.reportInputMismatch(
                        this, "not a %s", handledType().getSimpleName());
            }
        }
    }
}
