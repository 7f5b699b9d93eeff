package run.harrier.load.diary;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import run.harrier.contracts.CalendarChanged;
import run.harrier.contracts.EventType;
import run.harrier.contracts.SessionMatched;
import run.harrier.load.series.PlannedLoads;
import run.harrier.platform.inbox.Inbox;

/** Takes the events of the plan-service: which planned session an activity was, and what is planned. */
@ApplicationScoped
class PlanConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    PlanConsumer(Inbox inbox, SessionMatches matches, PlannedLoads planned) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects()
                .onOwnRows(EventType.SESSION_MATCHED, SessionMatched.class, matches::apply)
                .onOwnRows(EventType.CALENDAR_CHANGED, CalendarChanged.class, planned::onCalendarChanged);
    }

    @Incoming("plan-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
