package run.harrier.plan.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import run.harrier.plan.StoredJson;
import run.harrier.plan.generation.PlanRow.CertificateEntryRow;
import run.harrier.plan.generation.PlanRow.RequestRow;
import run.harrier.plan.generation.PlanRow.WeekRow;
import run.harrier.plan.generation.plan.model.CertificateEntry;
import run.harrier.plan.generation.plan.model.Focus;
import run.harrier.plan.generation.plan.model.Phase;
import run.harrier.plan.generation.plan.model.PlanKind;
import run.harrier.plan.generation.plan.model.TrainingWeek;
import run.harrier.platform.json.JsonText;
import run.harrier.testkit.server.PostgresAndKafka;

/** The JSON of a plan as it is stored: what an older version wrote is read, byte for byte. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class PlanRowResourceTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Inject
    JsonText json;

    @Test
    void a_stored_request_is_written_and_read_as_ever() {
        var request = new NewPlan(
                PlanKind.RACE,
                MONDAY,
                new NewPlan.Goal(10_000, LocalDate.parse("2027-02-14"), 2700.0),
                5,
                40_000.0,
                DayOfWeek.SUNDAY,
                List.of(DayOfWeek.FRIDAY),
                2,
                Focus.SPEED,
                true,
                new NewPlan.Underprepared("a first try"),
                1.8,
                false,
                true,
                8.0,
                80,
                true,
                8,
                true);
        var stored = StoredJson.of("plan-request");
        assertThat(json.write(RequestRow.from(request))).isEqualTo(stored);
        assertThat(NewPlan.from(json.read(stored, RequestRow.class))).isEqualTo(request);
    }

    @Test
    void stored_weeks_are_written_and_read_as_ever() {
        var weeks = List.of(
                WeekRow.from(new TrainingWeek(
                        1, MONDAY, Phase.BASE, 40_123.4, 4800, 6000, false, 1 / 3.0, 0.1251, List.of())),
                WeekRow.from(new TrainingWeek(
                        2, MONDAY.plusWeeks(1), Phase.EARLY_QUALITY, 42_400, 13_440, 13_440, true, 0, 0, List.of())));
        var stored = StoredJson.of("plan-weeks");
        assertThat(json.write(weeks)).isEqualTo(stored);
        assertThat(json.read(stored, new TypeReference<List<WeekRow>>() {})).isEqualTo(weeks);
    }

    @Test
    void a_stored_certificate_is_written_and_read_as_ever() {
        var certificate = List.of(
                new CertificateEntry("S53", "rise", true, 2, 0.0625, 0.1, null),
                new CertificateEntry("S23", "hard", false, null, 3, 2, "asked for"));
        var stored = StoredJson.of("plan-certificate");
        assertThat(json.write(
                        certificate.stream().map(CertificateEntryRow::from).toList()))
                .isEqualTo(stored);
        assertThat(json.read(stored, new TypeReference<List<CertificateEntryRow>>() {}))
                .extracting(CertificateEntryRow::toModel)
                .isEqualTo(certificate);
    }
}
