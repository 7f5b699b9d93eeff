package run.harrier.plan.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import run.harrier.plan.calendar.model.CalendarSession;
import run.harrier.plan.calendar.model.PlaceInPlan;
import run.harrier.plan.prescription.model.PlannedSession;
import run.harrier.plan.prescription.model.SessionKind;
import run.harrier.platform.json.JsonText;

/** The columns of a session in a query, with the activity that it was, and how they are read. */
@ApplicationScoped
public class SessionColumns {
    /** Of {@code session} or {@code session_in_force} as {@code s}, joined with {@link #ACTIVITY}. */
    public static final String LIST = """
            s.id, s.plan_id, s.revision, s.original_day, s.day, s.kind, s.quality, s.purpose, s.alternatives,
            s.steps::text, s.duration_seconds, s.place::text,
            """ + CompletedActivities.COLUMNS;

    public static final String ACTIVITY = """
             left join activity a on a.athlete_id = s.athlete_id and a.id = s.activity_id
            """;

    private static final TypeReference<List<StepRow>> STEPS = new TypeReference<>() {};

    private final JsonText json;
    private final CompletedActivities activities;

    SessionColumns(JsonText json, CompletedActivities activities) {
        this.json = json;
        this.activities = activities;
    }

    /** @param row of {@link #LIST}, with {@code planned_at}, when the plan was made, and its {@code effort_only} */
    public CalendarSession session(Row row) {
        return new CalendarSession(
                row.getUUID("id"),
                row.getUUID("plan_id"),
                row.getInteger("revision"),
                row.getLocalDate("original_day"),
                row.getOffsetDateTime("planned_at").toInstant(),
                row.getBoolean("effort_only"),
                new PlannedSession(
                        row.getLocalDate("day"),
                        SessionKind.valueOf(row.getString("kind")),
                        row.getBoolean("quality"),
                        row.getString("purpose"),
                        Stream.of(row.getArrayOfStrings("alternatives"))
                                .map(SessionKind::valueOf)
                                .toList(),
                        StepRow.toModel(json.read(row.getString("steps"), STEPS))),
                row.getInteger("duration_seconds"),
                activities.found(row),
                place(row));
    }

    private @Nullable PlaceInPlan place(Row row) {
        var place = row.getString("place");
        return place == null ? null : json.read(place, PlaceRow.class).toModel();
    }
}
