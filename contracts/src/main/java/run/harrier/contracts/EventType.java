package run.harrier.contracts;

import java.util.Arrays;
import java.util.Optional;

/** Every event on the wire: the CloudEvents {@code type}, the topic that carries it, the record that is its data. */
public enum EventType {
    PROFILE_CHANGED("run.harrier.profile-changed.v1", Topic.ATHLETE_EVENTS, ProfileChanged.class),
    FITNESS_CHANGED("run.harrier.fitness-changed.v1", Topic.ATHLETE_EVENTS, FitnessChanged.class),
    ACCESS_CHANGED("run.harrier.access-changed.v1", Topic.ATHLETE_EVENTS, AccessChanged.class),
    PLAN_GENERATED("run.harrier.plan-generated.v1", Topic.PLAN_EVENTS, PlanGenerated.class),
    PLAN_REVISED("run.harrier.plan-revised.v1", Topic.PLAN_EVENTS, PlanRevised.class),
    SESSION_MATCHED("run.harrier.session-matched.v1", Topic.PLAN_EVENTS, SessionMatched.class),
    CALENDAR_CHANGED("run.harrier.calendar-changed.v1", Topic.PLAN_EVENTS, CalendarChanged.class),
    ACTIVITY_RECORDED("run.harrier.activity-recorded.v1", Topic.LOAD_EVENTS, ActivityRecorded.class),
    ACTIVITY_DELETED("run.harrier.activity-deleted.v1", Topic.LOAD_EVENTS, ActivityDeleted.class),
    LOAD_UPDATED("run.harrier.load-updated.v1", Topic.LOAD_EVENTS, LoadUpdated.class),
    READINESS_ASSESSED("run.harrier.readiness-assessed.v1", Topic.LOAD_EVENTS, ReadinessAssessed.class);

    private final String wireName;
    private final String topic;
    private final Class<? extends Event> data;

    EventType(String wireName, String topic, Class<? extends Event> data) {
        this.wireName = wireName;
        this.topic = topic;
        this.data = data;
    }

    /** The CloudEvents {@code type} attribute. */
    public String wireName() {
        return wireName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Event> data() {
        return data;
    }

    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    static EventType of(Class<?> data) {
        return Arrays.stream(values())
                .filter(type -> type.data.equals(data))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event type for " + data.getName()));
    }
}
