package run.harrier.load.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import run.harrier.contracts.EventType;
import run.harrier.contracts.SessionMatched;
import run.harrier.load.diary.SessionMatches;
import run.harrier.platform.inbox.Inbox;

/** What the plan-service tells, and which feature takes it. */
@ApplicationScoped
class PlanConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    PlanConsumer(Inbox inbox, SessionMatches matches) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects().on(EventType.SESSION_MATCHED, SessionMatched.class, matches::apply);
    }

    @Incoming("plan-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
