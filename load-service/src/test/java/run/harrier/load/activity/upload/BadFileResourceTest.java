package run.harrier.load.activity.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import run.harrier.load.AthleteService;
import run.harrier.load.Runs;
import run.harrier.load.activity.file.SimulatedRun;
import run.harrier.testkit.database.DatabaseRows;
import run.harrier.testkit.server.PostgresAndKafka;

/** Damaged, hostile and absurd files over HTTP: each is a problem in words, and the database holds what it held. */
@QuarkusTest
@WithTestResource(value = PostgresAndKafka.class, scope = TestResourceScope.GLOBAL)
class BadFileResourceTest {
    private static final Instant START = Instant.parse("2026-03-04T07:00:00Z");
    private static final SimulatedRun RUN = SimulatedRun.starting(START).run(300, 3, 0, 140);
    private static final byte[] FIT = RUN.fit();
    private static final String TCX = RUN.tcx();
    private static final String GPX = RUN.gpx();
    private static final int MIB = 1 << 20;

    @Inject
    AthleteService owner;

    @Inject
    LongFiles longFiles;

    private static Runs ana;

    private DatabaseRows before;

    @BeforeEach
    void somebody_without_a_run() {
        if (ana == null) {
            ana = owner.ana();
        }
        before = DatabaseRows.now();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void what_cannot_be_taken(String name, String type, byte[] body, String problem) {
        ana.upload(type, body)
                .statusCode(Integer.parseInt(problem.substring(0, 3)))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:harrier:problem:" + problem.substring(4)))
                .body("status", equalTo(Integer.parseInt(problem.substring(0, 3))));
        assertNothingStored();
    }

    static Stream<Arguments> what_cannot_be_taken() {
        var flipped = FIT.clone();
        flipped[FIT.length / 2] ^= 1;
        var wrongSum = FIT.clone();
        wrongSum[FIT.length - 1] ^= 1;
        var longName = "<name>" + "x".repeat(3 * MIB) + "</name><trkseg>";
        return Stream.of(
                bad("no FIT", Runs.FIT, "", "400 malformed"),
                bad("no TCX", Runs.TCX, "", "400 malformed"),
                bad("no GPX", Runs.GPX, "", "400 malformed"),
                bad("a header only", Runs.FIT, Arrays.copyOf(FIT, 14), "400 malformed"),
                bad("half of a header", Runs.FIT, Arrays.copyOf(FIT, 7), "400 malformed"),
                bad("half a FIT file", Runs.FIT, Arrays.copyOf(FIT, FIT.length / 2), "400 malformed"),
                bad("all but its last byte", Runs.FIT, Arrays.copyOf(FIT, FIT.length - 1), "400 malformed"),
                bad("a flipped bit", Runs.FIT, flipped, "400 malformed"),
                bad("a wrong checksum", Runs.FIT, wrongSum, "400 malformed"),
                bad("a damaged second file", Runs.FIT, joined(FIT, flipped), "400 malformed"),
                bad("half a second file", Runs.FIT, joined(FIT, Arrays.copyOf(FIT, 99)), "400 malformed"),
                bad("something behind the file", Runs.FIT, joined(FIT, "and so on".getBytes(UTF_8)), "400 malformed"),
                bad("XML as FIT", Runs.FIT, GPX, "400 malformed"),
                bad("FIT as XML", Runs.GPX, FIT, "400 malformed"),
                bad("FIT as JSON", Runs.JSON, FIT, "400 malformed"),
                bad("TCX as GPX", Runs.GPX, TCX, "400 malformed"),
                bad("words", Runs.TCX, "I ran ten kilometres", "400 malformed"),
                bad("half of an XML file", Runs.GPX, GPX.substring(0, GPX.length() / 2), "400 malformed"),
                bad("the character 0", Runs.GPX, GPX.replace("<trkseg>", "<name>\0</name><trkseg>"), "400 malformed"),
                bad(
                        "half a character",
                        Runs.GPX,
                        GPX.replace("<trkseg>", "<name>&#xD800;</name><trkseg>"),
                        "400 malformed"),
                bad("no UTF-8", Runs.GPX, joined(GPX.getBytes(UTF_8), new byte[] {-1, -2}), "400 malformed"),
                bad("gzip of nothing", Runs.GPX, gzip(new byte[0]), "400 malformed"),
                bad("half of a gzip", Runs.FIT, Arrays.copyOf(gzip(FIT), 99), "400 malformed"),
                bad("gzip in gzip", Runs.FIT, gzip(gzip(FIT)), "400 malformed"),
                bad("a long gzip of blanks", Runs.TCX, bomb("<TrainingCenterDatabase>"), "413 too-large"),
                bad(
                        "gigabytes of FIT",
                        Runs.FIT,
                        bomb("\u000c\u0020\0\0\u007f\u007f\u007f\u007f.FIT"),
                        "413 too-large"),
                bad("gigabytes of GPX", Runs.GPX, bomb("<gpx>"), "413 too-large"),
                bad("gigabytes of a comment", Runs.GPX, bomb("<gpx><!--"), "422 impossible"),
                bad("gigabytes of an instruction", Runs.GPX, bomb("<gpx><?a"), "422 impossible"),
                bad("gigabytes of raw text", Runs.GPX, bomb("<gpx><![CDATA["), "422 impossible"),
                bad("gigabytes of an attribute", Runs.TCX, bomb("<TrainingCenterDatabase a='"), "422 impossible"),
                bad("nesting", Runs.GPX, "<gpx>" + "<a>".repeat(100_000), "422 impossible"),
                bad("a billion laughs", Runs.GPX, laughs("gpx"), "400 malformed"),
                bad("a billion laughs", Runs.TCX, laughs("TrainingCenterDatabase"), "400 malformed"),
                bad("endless attributes", Runs.GPX, "<gpx a='" + "b".repeat(3 * MIB) + "'>", "422 impossible"),
                bad("a long name", Runs.GPX, GPX.split("<trkseg>", 2)[0] + longName, "422 impossible"),
                bad("an absurd place", Runs.GPX, GPX.replaceAll("lat=\"[^\"]*\"", "lat=\"1e308\""), "422 impossible"),
                bad("no place", Runs.GPX, GPX.replaceAll("lat=\"[^\"]*\"", ""), "422 impossible"),
                bad("an absurd height", Runs.GPX, GPX.replace("<ele>400.00<", "<ele>1e400<"), "422 impossible"),
                bad("a negative heart", Runs.GPX, GPX.replace("<t:hr>140<", "<t:hr>-140<"), "422 impossible"),
                bad("the day 0", Runs.GPX, GPX.replace("2026-03-04", "0000-00-00"), "422 impossible"),
                bad("the last day", Runs.GPX, GPX.replace("2026-03-04", "9999-12-31"), "422 impossible"),
                bad("a day to come", Runs.TCX, TCX.replace("2026-03-04", "2126-03-04"), "422 impossible"),
                bad("no moment", Runs.TCX, TCX.replace("T07:0", "T99:0"), "422 impossible"));
    }

    @Test
    void files_beyond_the_limit_also_when_their_length_is_not_told() throws Exception {
        var tooLong = new byte[30 * MIB];
        assertThat(send(BodyPublishers.ofByteArray(tooLong))).isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong))))
                .isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong, 0, 25 * MIB + 1))))
                .isEqualTo("413 urn:harrier:problem:too-large");
        assertThat(send(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLong, 0, 25 * MIB))))
                .as("25 MiB are read, and judged")
                .isEqualTo("400 urn:harrier:problem:malformed");
        assertNothingStored();
    }

    @Test
    void a_third_long_file_of_one_person_waits_and_a_short_one_does_not() {
        var longOne = gzip(("<gpx>" + "<a/>".repeat(MIB)).getBytes(UTF_8));
        longFiles.read(
                "ana",
                () -> longFiles.read("ana", () -> {
                    ana.upload(Runs.GPX, longOne)
                            .statusCode(429)
                            .contentType("application/problem+json")
                            .header("Retry-After", "1")
                            .body("type", equalTo("urn:harrier:problem:too-many-requests"));
                    return ana.upload(Runs.GPX, "<gpx>".getBytes(UTF_8)).statusCode(400);
                }));
        ana.upload(Runs.GPX, longOne).statusCode(400);
        assertNothingStored();
    }

    @Test
    void an_external_entity_is_never_read(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "2026-03-04T07:00:00Z");
        for (var system :
                new String[] {secret.toUri().toString(), "http://localhost:" + RestAssured.port + "/q/health"}) {
            var doctype = "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"" + system + "\">]>\n<gpx";
            ana.upload(
                            Runs.GPX,
                            GPX.replace("<gpx", doctype)
                                    .replaceFirst("<time>[^<]*<", "<time>&x;<")
                                    .getBytes(UTF_8))
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body(not(containsString("2026-03-04")));
            var parameter = "<!DOCTYPE gpx [<!ENTITY % x SYSTEM \"" + system + "\"> %x;]>\n<gpx";
            ana.upload(Runs.GPX, GPX.replace("<gpx", parameter).getBytes(UTF_8)).statusCode(400);
            ana.upload(
                            Runs.GPX,
                            GPX.replace("<gpx", "<!DOCTYPE gpx SYSTEM \"" + system + "\">\n<gpx")
                                    .getBytes(UTF_8))
                    .statusCode(400);
        }
        assertNothingStored();
    }

    @Test
    void a_chained_second_file_is_imported_and_never_silently_dropped() {
        var second = SimulatedRun.starting(START.plusSeconds(7200))
                .run(600, 3, 0, 140)
                .fit();
        var ben = Runs.of(owner.anyAthlete("ben"), "ben");
        ben.upload(Runs.FIT, joined(FIT, second))
                .statusCode(201)
                .body("startedAt", equalTo("2026-03-04T07:00:00Z"))
                .body("others", hasSize(1))
                .body("others[0].startedAt", equalTo("2026-03-04T09:00:00Z"));
        ben.get("/activities").body("items", hasSize(2));
    }

    private void assertNothingStored() {
        assertThat(DatabaseRows.now().differingFrom(before)).isEmpty();
    }

    /** The status and the problem's type, by a client that does not copy what it sends. */
    private String send(BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + ana.path() + "/activities"))
                .header("Authorization", "Bearer " + ana.token())
                .header("Content-Type", Runs.GPX)
                .POST(body)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + JsonPath.from(answer.body()).getString("type");
        }
    }

    private static Arguments bad(String name, String type, String body, String problem) {
        return bad(name, type, body.getBytes(UTF_8), problem);
    }

    private static Arguments bad(String name, String type, byte[] body, String problem) {
        return Arguments.of(name, type, body, problem);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String laughs(String root) {
        var bomb = new StringBuilder("<!DOCTYPE ").append(root).append(" [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return bomb.append("]><%s>&a29;</%s>".formatted(root, root)).toString();
    }

    /** Two megabytes that inflate to two gigabytes of blanks behind a sound beginning, each 32 MiB a member of its own. */
    private static byte[] bomb(String beginning) {
        var blanks = new byte[32 * MIB];
        Arrays.fill(blanks, (byte) ' ');
        var charge = gzip(blanks);
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes(gzip(beginning.getBytes(UTF_8)));
        Collections.nCopies(64, charge).forEach(bomb::writeBytes);
        return bomb.toByteArray();
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
