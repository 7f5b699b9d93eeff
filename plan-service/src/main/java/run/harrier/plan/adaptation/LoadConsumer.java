package run.harrier.plan.adaptation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import run.harrier.contracts.ActivityDeleted;
import run.harrier.contracts.ActivityRecorded;
import run.harrier.contracts.EventType;
import run.harrier.contracts.LoadUpdated;
import run.harrier.contracts.ReadinessAssessed;
import run.harrier.plan.match.MatchService;
import run.harrier.platform.inbox.Inbox;

/** Applies the events of the load-service: activities are matched; load and readiness change the days ahead. */
@ApplicationScoped
class LoadConsumer {
    private final Inbox inbox;
    private final Inbox.Effects effects;

    LoadConsumer(Inbox inbox, MatchService matches, AdaptationService adaptations) {
        this.inbox = inbox;
        this.effects = new Inbox.Effects()
                .on(EventType.ACTIVITY_RECORDED, ActivityRecorded.class, matches::onActivityRecorded)
                .on(EventType.ACTIVITY_DELETED, ActivityDeleted.class, matches::onActivityDeleted)
                .on(EventType.LOAD_UPDATED, LoadUpdated.class, adaptations::onLoadUpdated)
                .on(EventType.READINESS_ASSESSED, ReadinessAssessed.class, adaptations::onReadinessAssessed);
    }

    @Incoming("load-events")
    Uni<Void> receive(ConsumerRecord<String, String> record) {
        return inbox.receive(record, effects);
    }
}
