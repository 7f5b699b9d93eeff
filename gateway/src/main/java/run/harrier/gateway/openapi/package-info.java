/** One OpenAPI document, made of those of the running services. */
@OpenAPIDefinition(
        info = @Info(title = "Harrier", version = "1.0"),
        tags = {
            @Tag(name = "Profile", description = "Who the athlete is: signing up, profile, intake, join code"),
            @Tag(name = "Squads", description = "Squads, their coaches and assistants, and invitations to them"),
            @Tag(name = "Consents", description = "What a partner's client may do for an athlete"),
            @Tag(name = "Access", description = "What a person is to an athlete or a squad"),
            @Tag(name = "Fitness", description = "Results, the fitness number, the five paces, heart-rate zones"),
            @Tag(name = "Plans", description = "Training plans with a certificate, rule by rule"),
            @Tag(name = "Sessions", description = "The calendar: sessions as they stand, every change with its reason"),
            @Tag(name = "Activities", description = "What was run: files, figures, streams, the match with a session"),
            @Tag(
                    name = "Load",
                    description = "What running does: load, fitness and fatigue, acute:chronic ratio, diary"),
            @Tag(name = "Wellness", description = "How the athlete woke up"),
            @Tag(name = "Readiness", description = "Whether today is a day for hard running, and why"),
            @Tag(name = "Overview", description = "The morning of a squad"),
            @Tag(name = "Documents", description = "This document")
        })
package run.harrier.gateway.openapi;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
