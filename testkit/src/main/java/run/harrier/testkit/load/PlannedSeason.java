package run.harrier.testkit.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The days of who does exactly what a plan says (D40), as loads: the plan-service holds the file to its plans, the
 * load-service to what its own figures say of them.
 *
 * @param recordDays easy days before the plan's first
 * @param running the load of each day's run, from the first day of the record on
 * @param other that of strength and cross-training
 * @param raceDays the days of the race's week at the end
 */
public record PlannedSeason(String name, int recordDays, List<Double> running, List<Double> other, int raceDays) {
    public static final String FILE = "planned-seasons.json";

    public static List<PlannedSeason> all() {
        try (var in = PlannedSeason.class.getResourceAsStream(FILE)) {
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
