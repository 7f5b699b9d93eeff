package run.harrier.plan.generation.model;

/** The fitness tests (S57). A plan keeps to one of them, so that its tests can be compared (S58). */
public enum TestKind {
    MILE(1609.344),
    THREE_KILOMETRES(3000),
    FIVE_KILOMETRES(5000);

    private final double distanceMetres;

    TestKind(double distanceMetres) {
        this.distanceMetres = distanceMetres;
    }

    public double distanceMetres() {
        return distanceMetres;
    }
}
