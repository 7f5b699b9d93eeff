package run.harrier.plan.strength;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import run.harrier.plan.strength.model.Strength;

/** The catalogue as it lies beside this class: {@code catalogue.json}, by {@code catalogue.schema.json}. */
public final class StrengthCatalogue {
    public static final Strength STRENGTH = read();

    private StrengthCatalogue() {}

    private static Strength read() {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = StrengthCatalogue.class.getResourceAsStream("catalogue.json")) {
            return json.readValue(Objects.requireNonNull(in, "catalogue.json"), Strength.class);
        } catch (IOException e) {
            throw new UncheckedIOException("catalogue.json is not readable", e);
        }
    }
}
