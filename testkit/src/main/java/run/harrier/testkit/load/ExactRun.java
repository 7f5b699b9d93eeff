package run.harrier.testkit.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * A session of each kind, run exactly as it was planned by the athlete of the golden {@code fitness changed}: what the
 * plan-service plans as its load and what the load-service finds in it are the same to 5 %. The loads were computed from
 * the formulas alone, apart from both.
 *
 * @param pieces one after the other
 * @param heartRateLoad by sex
 */
public record ExactRun(String name, List<Piece> pieces, Map<String, Double> heartRateLoad, double paceLoad) {

    public record Piece(int seconds, double metres, int bpm) {}

    public static List<ExactRun> all() {
        try (var in = ExactRun.class.getResourceAsStream("exact-runs.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
