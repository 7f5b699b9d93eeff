package run.harrier.testkit.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import run.harrier.testkit.openapi.Operation;

/**
 * D21, said a second time: in its own words, and independently of what the operations say of themselves. A new operation
 * that it does not foresee is a question to be answered here.
 */
final class AccessRule {
    /** "A partner: its scopes". */
    private static final Map<String, String> PARTNERS = Stream.of("""
                    GET    /athletes/{athleteId}                                           profile:read
                    GET    /athletes/{athleteId}/access                                    *
                    GET    /athletes/{athleteId}/fitness                                   fitness:read
                    GET    /athletes/{athleteId}/heart-rate                                fitness:read
                    GET    /athletes/{athleteId}/results                                   fitness:read
                    GET    /athletes/{athleteId}/results/{resultId}                        fitness:read
                    POST   /athletes/{athleteId}/results                                   results:write
                    DELETE /athletes/{athleteId}/results/{resultId}                        results:write
                    GET    /athletes/{athleteId}/plans                                     plan:read
                    GET    /athletes/{athleteId}/plans/{planId}                            plan:read
                    GET    /athletes/{athleteId}/sessions                                  plan:read
                    GET    /athletes/{athleteId}/sessions/{sessionId}                      plan:read
                    GET    /athletes/{athleteId}/sessions/{sessionId}/revisions            plan:read
                    GET    /athletes/{athleteId}/activities                                activities:read
                    GET    /athletes/{athleteId}/activities/{activityId}                   activities:read
                    GET    /athletes/{athleteId}/activities/{activityId}/streams           activities:read
                    POST   /athletes/{athleteId}/activities                                activities:write
                    PATCH  /athletes/{athleteId}/activities/{activityId}                   activities:write
                    GET    /athletes/{athleteId}/wellness                                  wellness:read
                    PUT    /athletes/{athleteId}/wellness/{date}                           wellness:write
                    PATCH  /athletes/{athleteId}/wellness/{date}                           wellness:write
                    GET    /athletes/{athleteId}/load                                      load:read
                    GET    /athletes/{athleteId}/load/intensity                            load:read
                    GET    /athletes/{athleteId}/readiness                                 load:read
                    GET    /efforts                                                        *
                    """.strip().split("\n", -1))
            .map(line -> line.split(" +", -1))
            .collect(Collectors.toUnmodifiableMap(words -> words[0] + " /api/v1" + words[1], words -> words[2]));

    /** "Everything but wellness entries, consents and deletion"; the join code is shown by the athlete (D22). */
    private static final Set<String> NOT_FOR_COACHES = Set.of("wellness", "consents", "join-code");

    private static final String DELETION = "DELETE /api/v1/athletes/{athleteId}/activities/{activityId}";

    private AccessRule() {}

    /** Empty when it is not for partners. */
    static String scope(Operation operation) {
        return PARTNERS.getOrDefault(operation.toString(), "");
    }

    /** Empty for what is about nobody. */
    static Set<String> relations(Operation operation) {
        var people = people(operation);
        return scope(operation).isEmpty() || people.isEmpty()
                ? people
                : Stream.concat(people.stream(), Stream.of("PARTNER")).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> people(Operation operation) {
        if (operation.isAbout("squadId")) {
            return ofSquad(operation);
        }
        if (operation.isAbout("invitationId")) {
            return switch (operation.method()) {
                case "GET" -> Set.of("ATHLETE", "COACH", "ASSISTANT");
                case "DELETE" -> Set.of("ATHLETE", "COACH");
                default -> Set.of("ATHLETE");
            };
        }
        if (!operation.isAbout("athleteId")) {
            return Set.of();
        }
        if (operation.toString().equals(DELETION) || NOT_FOR_COACHES.contains(feature(operation))) {
            return Set.of("ATHLETE");
        }
        return operation.reads() || operation.path().endsWith("/decline")
                ? Set.of("ATHLETE", "COACH", "ASSISTANT")
                : Set.of("ATHLETE", "COACH");
    }

    /** {@code wellness} of {@code /api/v1/athletes/{athleteId}/wellness/{date}}; empty for the profile. */
    private static String feature(Operation operation) {
        var segments = operation.path().split("/", -1);
        return segments.length > 5 ? segments[5] : "";
    }

    private static Set<String> ofSquad(Operation operation) {
        if (operation.isAbout("athleteId")) {
            return Set.of("ATHLETE", "COACH");
        }
        var leaves = operation.method().equals("DELETE") && operation.isAbout("user");
        return operation.reads() || leaves ? Set.of("COACH", "ASSISTANT") : Set.of("COACH");
    }
}
