package run.harrier.devstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path folder;

    private Path kept;

    @BeforeEach
    void keepTheSchemaOfTheData() throws IOException {
        kept = folder.resolve("schema");
        service(Map.of("db/migration/V1__plans.sql", "create table plan ()"));
        Schema.of(folder.resolve("plan-service")).write(kept);
    }

    @Test
    void data_goes_on_with_the_same_migrations_and_with_more() throws IOException {
        assertThat(Schema.of(folder.resolve("plan-service")).continues(kept)).isTrue();
        service(Map.of(
                "db/migration/V1__plans.sql", "create table plan ()",
                "db/migration/V2__weeks.sql", "create table week ()",
                "application.properties", "a=b"));
        assertThat(Schema.of(folder.resolve("plan-service")).continues(kept)).isTrue();
    }

    @Test
    void data_does_not_go_on_with_a_changed_or_missing_migration() throws IOException {
        service(Map.of("db/migration/V1__plans.sql", "create table plans ()"));
        assertThat(Schema.of(folder.resolve("plan-service")).continues(kept)).isFalse();
        service(Map.of("db/migration/V2__weeks.sql", "create table week ()"));
        assertThat(Schema.of(folder.resolve("plan-service")).continues(kept)).isFalse();
    }

    @Test
    void data_whose_schema_was_not_kept_does_not_go_on() throws IOException {
        assertThat(Schema.of(folder.resolve("plan-service")).continues(folder.resolve("none")))
                .isFalse();
    }

    private void service(Map<String, String> files) throws IOException {
        var app = Files.createDirectories(folder.resolve("plan-service/app"));
        try (var jar = new ZipOutputStream(Files.newOutputStream(app.resolve("plan-service.jar")))) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new ZipEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
