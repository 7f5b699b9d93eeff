package run.harrier.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.harrier.contracts.Relation;

/** The present request: who calls, and by which relations to the athlete or squad of the path. */
@RequestScoped
public class RequestAccess {
    private @Nullable Caller caller;
    private @Nullable Allowed allowed;
    private Set<Relation> relations = Set.of();

    public Caller caller() {
        if (caller == null) {
            throw new IllegalStateException("the operation lacks @Allowed");
        }
        return caller;
    }

    /** Empty where the path names neither an athlete nor a squad. */
    public Set<Relation> relations() {
        return relations;
    }

    Allowed allowed() {
        if (allowed == null) {
            throw new IllegalStateException("the operation lacks @Allowed");
        }
        return allowed;
    }

    void authenticated(Caller caller, Allowed allowed) {
        this.caller = caller;
        this.allowed = allowed;
    }

    void granted(Set<Relation> relations) {
        this.relations = Set.copyOf(relations);
    }
}
