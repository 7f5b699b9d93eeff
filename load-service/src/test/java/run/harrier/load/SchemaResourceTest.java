package run.harrier.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import run.harrier.load.activity.file.FileFormat;
import run.harrier.load.athlete.model.Sex;
import run.harrier.load.recording.model.Sport;
import run.harrier.load.scoring.model.LoadMethod;
import run.harrier.testkit.server.PostgresAndKafka;

/** The check constraints of the tables and the enumerations of the code name the same values. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class SchemaResourceTest {
    private static final Pattern VALUE = Pattern.compile("'(\\w+)'::text");

    @Inject
    Pool pool;

    @Test
    void the_enumerations_are_those_of_the_code() {
        var formats = names(FileFormat.values());
        var sources = Stream.concat(formats.stream(), Stream.of("MANUAL")).toList();
        assertThat(allowed("athlete_sex_check")).containsExactlyInAnyOrderElementsOf(names(Sex.values()));
        assertThat(allowed("activity_sport_check")).containsExactlyInAnyOrderElementsOf(names(Sport.values()));
        assertThat(allowed("activity_load_method_check"))
                .containsExactlyInAnyOrderElementsOf(names(LoadMethod.values()));
        assertThat(allowed("activity_source_check")).containsExactlyInAnyOrderElementsOf(sources);
        assertThat(allowed("activity_copy_source_check")).containsExactlyInAnyOrderElementsOf(sources);
        assertThat(allowed("activity_file_format_check")).containsExactlyInAnyOrderElementsOf(formats);
    }

    @Test
    void sports_are_alike_as_in_the_code() {
        for (var one : Sport.values()) {
            for (var other : Sport.values()) {
                var alike = pool.preparedQuery("select sports_alike($1) && sports_alike($2)")
                        .execute(Tuple.of(one.name(), other.name()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getBoolean(0);
                assertThat(alike).as(one + " and " + other).isEqualTo(one.alike(other));
            }
        }
    }

    private List<String> allowed(String constraint) {
        var definition = pool.preparedQuery("select pg_get_constraintdef(oid) from pg_constraint where conname = $1")
                .execute(Tuple.of(constraint))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        return VALUE.matcher(definition).results().map(value -> value.group(1)).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
