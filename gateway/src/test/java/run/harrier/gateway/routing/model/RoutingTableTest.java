package run.harrier.gateway.routing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTableTest {
    private static final String ID = "0198c9e2-7a40-7c3e-9d11-3f6f6f6f6f6f";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "the signed-in athlete,          /api/v1/athletes/me,                          ATHLETE",
        "create an athlete,              /api/v1/athletes,                             ATHLETE",
        "profile,                        /api/v1/athletes/{id},                        ATHLETE",
        "intake,                         /api/v1/athletes/{id}/intake,                 ATHLETE",
        "heart rate,                     /api/v1/athletes/{id}/heart-rate,             ATHLETE",
        "results,                        /api/v1/athletes/{id}/results,                ATHLETE",
        "one result,                     /api/v1/athletes/{id}/results/{id},           ATHLETE",
        "fitness,                        /api/v1/athletes/{id}/fitness,                ATHLETE",
        "consent to a partner,           /api/v1/athletes/{id}/consents/partner-demo,  ATHLETE",
        "squads,                         /api/v1/squads,                               ATHLETE",
        "coach with an odd subject,      /api/v1/squads/{id}/coaches/auth0%7Cabc@x,    ATHLETE",
        "coach outside ASCII,            /api/v1/squads/{id}/coaches/Zo%C3%AB,         ATHLETE",
        "my invitations,                 /api/v1/invitations,                          ATHLETE",
        "accept an invitation,           /api/v1/invitations/{id}/acceptance,          ATHLETE",
        "plans,                          /api/v1/athletes/{id}/plans,                  PLAN",
        "one plan,                       /api/v1/athletes/{id}/plans/{id},             PLAN",
        "sessions,                       /api/v1/athletes/{id}/sessions,               PLAN",
        "decline a revision,             /api/v1/athletes/{id}/sessions/{id}/revisions/1/decline, PLAN",
        "calendar,                       /api/v1/athletes/{id}/calendar,               PLAN",
        "library,                        /api/v1/library,                              PLAN",
        "library entry,                  /api/v1/library/workouts/{id},                PLAN",
        "efforts,                        /api/v1/efforts,                              PLAN",
        "activities,                     /api/v1/athletes/{id}/activities,             LOAD",
        "streams,                        /api/v1/athletes/{id}/activities/{id}/streams, LOAD",
        "load,                           /api/v1/athletes/{id}/load,                   LOAD",
        "intensity of a range,           /api/v1/athletes/{id}/load/intensity,         LOAD",
        "wellness of a day,              /api/v1/athletes/{id}/wellness/2026-11-22,    LOAD",
        "readiness,                      /api/v1/athletes/{id}/readiness,              LOAD",
        "alerts,                         /api/v1/athletes/{id}/alerts,                 LOAD",
        "reviews,                        /api/v1/athletes/{id}/reviews,                LOAD",
    })
    void an_address_of_the_api_has_one_owner(String what, String path, OwningService owner) {
        assertThat(RoutingTable.ownerOf(path.replace("{id}", ID))).contains(owner);
    }

    @Test
    void what_services_ask_each_other_is_asked_by_nobody_else() {
        for (var path : new String[] {"athletes/" + ID + "/access", "squads/" + ID + "/access"}) {
            assertThat(RoutingTable.ownerOf("/api/v1/" + path)).as(path).isEmpty();
        }
    }

    @Test
    void the_overview_of_a_squad_is_the_gateways_own() {
        assertThat(RoutingTable.isOwn("/api/v1/squads/" + ID + "/overview")).isTrue();
        assertThat(RoutingTable.ownerOf("/api/v1/squads/" + ID + "/overview")).isEmpty();
        for (var path :
                new String[] {"/overview/", "/overview/x", "/%6fverview", "//overview", "/../x/overview", "/members"}) {
            assertThat(RoutingTable.isOwn("/api/v1/squads/" + ID + path))
                    .as(path)
                    .isFalse();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nothing,                        ''",
        "the root,                       /",
        "outside the API,                /q/health",
        "no version,                     /api/athletes",
        "another version,                /api/v2/athletes",
        "only the prefix,                /api/v1",
        "the empty name,                 /api/v1/",
        "an unknown name,                /api/v1/teams",
        "a longer name,                  /api/v1/athletesx/{id}",
        "other case,                     /api/v1/Athletes/{id}",
        "a trailing slash,               /api/v1/athletes/{id}/plans/",
        "a double slash before,          //api/v1/athletes/{id}",
        "a double slash within,          /api/v1/athletes//{id}/plans",
        "an empty athlete,               /api/v1/athletes//plans",
        "out by dots,                    /api/v1/athletes/../../../q/metrics",
        "to another owner by dots,       /api/v1/athletes/{id}/plans/../load",
        "one dot,                        /api/v1/athletes/./{id}/plans",
        "encoded dots,                   /api/v1/athletes/%2e%2e/%2E%2E/q/metrics",
        "a half encoded dot,             /api/v1/athletes/.%2e/squads",
        "an encoded slash,               /api/v1/athletes/{id}%2Fplans",
        "an encoded slash and dots,      /api/v1/athletes/..%2f..%2f..%2fq%2fmetrics",
        "a backslash,                    /api/v1/athletes/{id}\\plans",
        "an encoded backslash,           /api/v1/athletes/{id}%5Cplans",
        "doubly encoded,                 /api/v1/athletes/%252e%252e/q",
        "an encoded letter,              /api/v1/athletes/{id}/%70lans",
        "an encoded letter in front,     /api/v1/%61thletes/{id}",
        "a path parameter,               /api/v1/athletes/{id}/plans;x=1",
        "a path parameter in front,      /api/v1/athletes;x=1/{id}/plans",
        "an encoded semicolon,           /api/v1/athletes/{id}/plans%3Bx",
        "an encoded null,                /api/v1/athletes/{id}%00/plans",
        "an encoded line end,            /api/v1/athletes/{id}%0d%0a/plans",
        "a broken escape,                /api/v1/athletes/%zz",
        "a cut escape,                   /api/v1/athletes/%2",
        "a fragment,                     /api/v1/athletes/{id}#/plans",
        "a letter outside ASCII,         /api/v1/squads/Zoë",
        "an absolute address,            http://elsewhere/api/v1/athletes/{id}",
    })
    void every_other_spelling_has_no_owner(String what, String path) {
        assertThat(RoutingTable.ownerOf(path.replace("{id}", ID))).isEmpty();
    }

    /** What a service understands after decoding and normalising is what the gateway understood. */
    @Property(tries = 50_000)
    void an_owned_path_never_changes_its_owner_by_decoding_or_normalising(@ForAll("paths") String path) {
        var owner = RoutingTable.ownerOf(path);
        Statistics.label("owned")
                .collect(owner.isPresent())
                .coverage(paths -> paths.check(true).count(owned -> owned > 1_000));
        if (owner.isPresent()) {
            var normal = URI.create(path.replaceAll("[|\\\\]", "_")).normalize().getRawPath();
            assertThat(normal.split("/", -1)).as(path).hasSameSizeAs(path.split("/", -1));
            var decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            assertThat(decoded.split("/", -1))
                    .as(path)
                    .hasSameSizeAs(path.split("/", -1))
                    .doesNotContain(".", "..");
            assertThat(decoded).as(path).doesNotContain("\\", ";", "%");
            assertThat(ownerByPlainWords(decoded)).as(path).isEqualTo(owner.get());
        }
    }

    private static OwningService ownerByPlainWords(String path) {
        if (path.matches("/api/v1/(library(/.*)?|athletes/[^/]+/(plans|sessions|calendar)(/.*)?)")) {
            return OwningService.PLAN;
        }
        if (path.matches("/api/v1/athletes/[^/]+/(activities|load|wellness|readiness|alerts|reviews)(/.*)?")) {
            return OwningService.LOAD;
        }
        assertThat(path).matches("/api/v1/(athletes|squads|invitations)(/.*)?");
        return OwningService.ATHLETE;
    }

    /** The name of a part of the API, and up to three pieces behind it, most of them after a slash. */
    @Provide
    Arbitrary<String> paths() {
        var piece = Arbitraries.of(
                "athletes",
                "squads",
                "invitations",
                "library",
                "plans",
                "sessions",
                "activities",
                "load",
                "wellness",
                "me",
                "7",
                "%2e",
                "%2E",
                ".",
                "..",
                "%2f",
                "%5c",
                "\\",
                "/",
                "%70lans",
                "%C3%AB",
                "%20",
                "%25",
                ";a=b",
                "q");
        var slash = Arbitraries.frequency(Tuple.of(7, "/"), Tuple.of(1, ""));
        return Combinators.combine(
                        Arbitraries.of("athletes", "squads", "invitations", "library"),
                        Combinators.combine(slash, piece)
                                .as(String::concat)
                                .list()
                                .ofMaxSize(3))
                .as((first, rest) -> "/api/v1/" + first + String.join("", rest));
    }
}
