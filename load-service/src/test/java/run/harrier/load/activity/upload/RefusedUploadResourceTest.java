package run.harrier.load.activity.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.access.AthleteServiceStub;
import run.harrier.testkit.access.Tokens;
import run.harrier.testkit.metrics.Meters;
import run.harrier.testkit.server.PostgresAndKafka;

/** Uploads over HTTP that are not taken: the problem says why, and nothing is left of them. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = AthleteServiceStub.class, scope = TestResourceScope.GLOBAL)
class RefusedUploadResourceTest {
    private static final Instant START = Runs.daysAgo(3);

    @Inject
    AthleteService owner;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.ant.fit | | 400 | malformed",
                "application/vnd.ant.fit | not a file | 400 | malformed",
                "application/gpx+xml | <gpx | 400 | malformed",
                "application/gpx+xml | <?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><gpx>&a;</gpx> | 400 | malformed",
                "text/plain | a run | 415 | unsupported-media-type",
                "application/json | {broken | 400 | malformed",
                "application/json | null | 400 | malformed",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60, \"more\": 1} | 400 | malformed",
                "application/json | {\"sport\": \"FLY\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60} | 400 | malformed",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\"} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": -1} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 1e-322} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 0.001, \"rpe\": 5} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 59, \"distanceMetres\": 5840} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60, \"distanceMetres\": 1e-322} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 60, \"rpe\": 11} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2126-01-01T08:00:00Z\", \"durationSeconds\": 60} | 422 | impossible",
                "application/json | {\"sport\": \"RUN\", \"startedAt\": \"2026-01-01T08:00:00Z\", \"durationSeconds\": 120, \"distanceMetres\": 4000} | 422 | impossible",
            })
    void what_cannot_be_taken_is_refused_and_leaves_nothing(String type, String body, int status, String problem) {
        var ana = owner.ana();
        ana.upload(type, body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:" + problem));
        owner.assertNothingStored(ana.athlete());
    }

    @Test
    void an_impossible_field_is_named() {
        owner.ana().enter("""
                {"sport": "RUN", "startedAt": "2026-01-01T08:00:00Z", "durationSeconds": 60, "rpe": 11}""").statusCode(422).body("errors.pointer", contains("/rpe"));
    }

    @Test
    void a_damaged_file_leaves_nothing() {
        var ana = owner.ana();
        var file = SimulatedRun.anyRun(START).fit();
        ana.upload(Runs.FIT, Arrays.copyOf(file, file.length / 2)).statusCode(400);
        var flipped = file.clone();
        flipped[file.length / 2] ^= 1;
        ana.upload(Runs.FIT, flipped).statusCode(400);
        owner.assertNothingStored(ana.athlete());
    }

    @Test
    void files_are_counted_by_format_and_by_what_became_of_them() {
        var ana = owner.ana();
        var run = SimulatedRun.anyRun(START);
        var before = Meters.of("harrier_activity_files_total");
        ana.upload(Runs.FIT, run.fit()).statusCode(201);
        ana.upload(Runs.FIT, run.fit()).statusCode(200);
        ana.upload(Runs.FIT, new byte[0]).statusCode(400);
        ana.upload(Runs.GPX, "<gpx".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        ana.upload(Runs.GPX, "<gpx".getBytes(StandardCharsets.UTF_8)).statusCode(400);
        ana.upload("text/plain", "a run".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        ana.enter("""
                {"sport": "RUN", "startedAt": "2026-01-01T08:00:00Z", "durationSeconds": 600}""").statusCode(201);

        assertThat(Meters.growth(before, Meters.of("harrier_activity_files_total")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "format=\"fit\",outcome=\"stored\",reason=\"none\"", 1.0,
                        "format=\"fit\",outcome=\"duplicate\",reason=\"none\"", 1.0,
                        "format=\"fit\",outcome=\"refused\",reason=\"empty\"", 1.0,
                        "format=\"gpx\",outcome=\"refused\",reason=\"damaged\"", 2.0));
    }

    @Test
    void files_beyond_the_limits_are_413() throws Exception {
        var ana = owner.ana();
        assertThat(send(ana, new byte[30 << 20])).isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(ana, new byte[(25 << 20) + 1])).isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(ana, bomb())).isEqualTo("413 urn:harrier:problem:too-large");
        ana.asking()
                .header("Content-Encoding", "br")
                .contentType(Runs.FIT)
                .body(SimulatedRun.anyRun(START).fit())
                .post(ana.path() + "/activities")
                .then()
                .statusCode(415);
        owner.assertNothingStored(ana.athlete());
    }

    /** The status and the problem's type, by a client that does not copy what it sends. */
    private static String send(Runs runs, byte[] gpx) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + runs.path() + "/activities"))
                .header("Authorization", "Bearer " + runs.token())
                .header("Content-Type", Runs.GPX)
                .POST(HttpRequest.BodyPublishers.ofByteArray(gpx))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + JsonPath.from(answer.body()).getString("type");
        }
    }

    @Test
    void access_is_decided_before_the_file_is_judged() {
        var squad = UUID.randomUUID();
        var athlete = owner.anyAthlete(
                "Europe/Zurich",
                AthleteService.athlete("ana"),
                AthleteService.coach("coach", squad),
                AthleteService.assistant("assistant", squad),
                AthleteService.partner("watch-cloud", "activities:write"));
        var broken = new byte[] {1};
        Runs.of(athlete, "stranger").upload(Runs.FIT, broken).statusCode(404);
        Runs.of(UUID.randomUUID(), "ana").upload(Runs.FIT, broken).statusCode(404);
        Runs.of(athlete, "assistant").upload(Runs.FIT, broken).statusCode(403);
        new Runs(athlete, Tokens.partner("watch-cloud", "load:read"))
                .upload(Runs.FIT, broken)
                .statusCode(403)
                .body("type", equalTo("urn:harrier:problem:insufficient-scope"));
        new Runs(athlete, Tokens.partner("other-cloud", "activities:write"))
                .upload(Runs.FIT, broken)
                .statusCode(404);
        new Runs(athlete, Tokens.expired("ana")).upload(Runs.FIT, broken).statusCode(401);
        Runs.of(athlete, "coach").upload(Runs.FIT, broken).statusCode(400);
        Runs.of(athlete, "coach").enter(Runs.daysAgo(2), 30, 4);
        new Runs(athlete, Tokens.partner("watch-cloud", "activities:write"))
                .upload(Runs.FIT, SimulatedRun.anyRun(START).fit())
                .statusCode(201);
    }

    /** Some hundred kilobytes that inflate to more than 100 MiB of XML. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("<?xml version=\"1.0\"?><gpx><metadata><desc>".getBytes(StandardCharsets.UTF_8));
            var spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (var block : Collections.nCopies(120, spaces)) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
