package run.harrier.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import run.harrier.contracts.EventType;

/** Publishes the golden events of the load-service, with changes. */
@ApplicationScoped
public class LoadServiceEvents {
    private final AthleteServiceEvents athletes;

    LoadServiceEvents(AthleteServiceEvents athletes) {
        this.athletes = athletes;
    }

    /** An easy run of 45 minutes over 8 km, RPE 4, unless changed. */
    public UUID run(UUID athlete, String on, Consumer<ObjectNode> change) {
        var id = UUID.randomUUID();
        record(athlete, id, on, change);
        return id;
    }

    /** The activity recorded, or edited when it was recorded before. */
    public void record(UUID athlete, UUID id, String on, Consumer<ObjectNode> change) {
        var event = activity(athlete, id, on);
        change.accept(event);
        athletes.publish(EventType.ACTIVITY_RECORDED, event);
    }

    public ObjectNode activity(UUID athlete, UUID id, String on) {
        var event = athletes.golden(EventType.ACTIVITY_RECORDED, athlete)
                .put("activityId", id.toString())
                .put("on", on)
                .put("startedAt", on + "T06:00:00Z")
                .put("movingSeconds", 2700)
                .put("elapsedSeconds", 2750)
                .put("distanceMetres", 8000)
                .put("heartAboveEasySeconds", 0)
                .put("paceAboveEasySeconds", 0);
        event.remove("progression");
        return inZones(event, "PACE", "EASY", 2700);
    }

    public static ObjectNode inZones(ObjectNode event, String by, Object... zoneAndSeconds) {
        var zones = event.putArray("timeInZones");
        for (int i = 0; i < zoneAndSeconds.length; i += 2) {
            zones.addObject()
                    .put("zone", (String) zoneAndSeconds[i])
                    .put("seconds", ((Number) zoneAndSeconds[i + 1]).doubleValue());
        }
        return event.put("zonesBy", by);
    }

    public void delete(UUID athlete, UUID id, String on) {
        athletes.publish(
                EventType.ACTIVITY_DELETED,
                athletes.golden(EventType.ACTIVITY_DELETED, athlete)
                        .put("activityId", id.toString())
                        .put("on", on));
    }

    /** A morning with these reasons, and the verdict REST with a notice; one that starts with an exclamation mark softens. */
    public void readiness(UUID athlete, String on, boolean notice, String... reasons) {
        var event = athletes.golden(EventType.READINESS_ASSESSED, athlete)
                .put("on", on)
                .put("verdict", notice ? "REST" : "EASE_OFF")
                .put("notice", notice);
        var list = event.putArray("reasons");
        for (var reason : reasons) {
            var code = reason.replace("!", "");
            list.addObject()
                    .put("code", code)
                    .put("text", "because " + code)
                    .put("coachText", "coach: " + code)
                    .put("softens", reason.startsWith("!"));
        }
        athletes.publish(EventType.READINESS_ASSESSED, event);
    }

    public void acwr(UUID athlete, String on, double value, boolean provisional) {
        var event =
                athletes.golden(EventType.LOAD_UPDATED, athlete).put("on", on).put("from", on);
        var acwr = ((ObjectNode) event.get("acwr")).put("value", value).put("provisional", provisional);
        if (provisional) {
            acwr.remove("band");
        } else {
            acwr.put("band", value > 1.5 ? "HIGH" : value > 1.3 ? "RAISED" : "SWEET_SPOT");
        }
        athletes.publish(EventType.LOAD_UPDATED, event);
    }
}
