package run.harrier.gateway.routing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import run.harrier.gateway.problem.Problem;
import run.harrier.gateway.routing.model.OwningService;

/** The requests that run, so that neither one person nor one slow service can hold the whole gateway. */
final class InFlight {
    private final ConcurrentMap<Object, Integer> running = new ConcurrentHashMap<>();
    private final int mostOfPerson;
    private final int mostOfOwner;

    InFlight(int mostOfPerson, int mostOfOwner) {
        this.mostOfPerson = mostOfPerson;
        this.mostOfOwner = mostOfOwner;
    }

    /** Empty when the request may run; {@link #leave} has to be called then. */
    Optional<Problem> enter(String person) {
        return enters(person, mostOfPerson)
                ? Optional.empty()
                : Optional.of(Problem.tooMany("You have " + mostOfPerson + " requests running; wait for one to end."));
    }

    /** The same for the service that owns the path. */
    Optional<Problem> enter(OwningService owner) {
        return enters(owner, mostOfOwner)
                ? Optional.empty()
                : Optional.of(Problem.unavailable("The " + owner.serviceName() + " has too much to do at the moment."));
    }

    void leave(String person) {
        leaves(person);
    }

    void leave(OwningService owner) {
        leaves(owner);
    }

    /** Of all people. */
    int count() {
        return running.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof String)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private boolean enters(Object who, int most) {
        var count = running.merge(who, 1, Integer::sum);
        if (count > most) {
            leaves(who);
            return false;
        }
        return true;
    }

    private void leaves(Object who) {
        running.computeIfPresent(who, (same, count) -> count == 1 ? null : count - 1);
    }
}
