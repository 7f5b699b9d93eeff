package run.harrier.gateway.routing.model;

/** The service that owns a part of the API and answers for it. */
public enum OwningService {
    ATHLETE("athlete-service"),
    PLAN("plan-service"),
    LOAD("load-service");

    private final String serviceName;

    OwningService(String serviceName) {
        this.serviceName = serviceName;
    }

    public String serviceName() {
        return serviceName;
    }
}
