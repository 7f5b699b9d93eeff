package run.harrier.testkit.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import run.harrier.testkit.openapi.Operation;

/**
 * An athlete in a squad, with something of everything, and somebody else who has the same. All people are subjects.
 *
 * @param coach of a squad that the athlete has joined
 * @param assistant in the same squad
 * @param partner a client to which the athlete has consented for all scopes
 * @param narrowPartner one to which the athlete has consented for a scope that opens nothing here
 * @param removedCoach who coached the squad until just now
 * @param otherAthlete whom {@code foreign} is about
 * @param otherCoach of the other athlete's squad
 * @param ids what there is of the athlete: a value for each parameter of a path and each id in a body
 * @param foreign the same of the other athlete; what is named by its owner (a day, a subject) only if the athlete has
 *     nothing of that name
 */
public record AccessScenario(
        String athlete,
        String coach,
        String assistant,
        String partner,
        String narrowPartner,
        String removedCoach,
        String otherAthlete,
        String otherCoach,
        Map<String, String> ids,
        Map<String, String> foreign) {

    /** Of whoever is that to the athlete; a partner's has the operation's scope and no other. */
    String token(String relation, Operation operation) {
        return switch (relation) {
            case "ATHLETE" -> Tokens.person(athlete);
            case "COACH" -> Tokens.person(coach);
            case "ASSISTANT" -> Tokens.person(assistant);
            case "PARTNER" -> Tokens.partner(partner, operation.scope());
            default -> throw new AssertionError("nobody is " + relation);
        };
    }

    /** Who is nothing to the athlete, the squad and what is theirs. */
    List<String> strangers() {
        return List.of(otherAthlete, otherCoach, removedCoach, "anybody-" + UUID.randomUUID(), partner);
    }

    /** The ids with another of that name. */
    Map<String, String> with(String name, String id) {
        var changed = new HashMap<>(ids);
        changed.put(name, id);
        return changed;
    }

    Map<String, String> withUnknownOwners() {
        var changed = new HashMap<>(ids);
        for (var owner : List.of("athleteId", "squadId", "invitationId")) {
            changed.put(owner, UUID.randomUUID().toString());
        }
        return changed;
    }
}
