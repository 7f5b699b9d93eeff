package run.harrier.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.Serial;
import run.harrier.platform.time.model.UsualYears;

/** A value of the right JSON type that lies outside of what a field can hold: 422, where a wrong type is 400. */
public final class ImpossibleValueException extends InvalidFormatException {
    @Serial
    private static final long serialVersionUID = 1L;

    public ImpossibleValueException(JsonParser parser, String value, Class<?> type) {
        super(
                parser,
                type == String.class
                        ? "holds a control or format character, or nothing that can be seen"
                        : "lies outside of the years " + UsualYears.FIRST + " to " + UsualYears.LAST,
                value,
                type);
    }
}
