package run.harrier.platform.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Writes the numbers of {@link Rounded} answers. What is stored or published is written whole. */
public final class RoundedFigures {
    private static final int DECIMALS = 3;
    private static final MathContext SIGNIFICANT = new MathContext(4, RoundingMode.HALF_UP);

    private RoundedFigures() {}

    public static SimpleModule module() {
        return new SimpleModule("rounded-figures").setSerializerModifier(new Modifier());
    }

    public static double rounded(double figure) {
        if (figure == 0 || !Double.isFinite(figure)) {
            return figure;
        }
        var exact = BigDecimal.valueOf(figure);
        return (Math.abs(figure) < 1 ? exact.round(SIGNIFICANT) : exact.setScale(DECIMALS, RoundingMode.HALF_UP))
                .doubleValue();
    }

    private static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
            if (description.getClassAnnotations().has(Rounded.class)) {
                properties.stream()
                        .filter(property -> property.getType().hasRawClass(double.class)
                                || property.getType().hasRawClass(Double.class))
                        .forEach(property -> property.assignSerializer(new Writer()));
            }
            return properties;
        }
    }

    private static final class Writer extends StdScalarSerializer<Object> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Object.class);
        }

        @Override
        public void serialize(Object figure, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(rounded(((Number) figure).doubleValue()));
        }
    }
}
