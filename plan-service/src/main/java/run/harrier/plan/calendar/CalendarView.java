package run.harrier.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import run.harrier.platform.http.Tagged;

/** The sessions of a range of days, by day. */
record CalendarView(
        List<SessionView> items, @Schema(hidden = true) String tag) implements Tagged {}
