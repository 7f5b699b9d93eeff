package run.harrier.devstack;

import java.util.Locale;

/** What runs in the stack. Each part has one port, one log, and is started and stopped on its own. */
public enum Part {
    POSTGRESQL("PostgreSQL"),
    KAFKA("Kafka"),
    KEYCLOAK("Keycloak"),
    ATHLETE("athlete-service"),
    PLAN("plan-service"),
    LOAD("load-service"),
    GATEWAY("gateway");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** The name a person reads; of a service also the name of its module. */
    public String label() {
        return label;
    }

    boolean isService() {
        return compareTo(KEYCLOAK) > 0;
    }

    boolean hasDatabase() {
        return isService() && this != GATEWAY;
    }

    /** The name of the database, of its owner and of the owner's password. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
