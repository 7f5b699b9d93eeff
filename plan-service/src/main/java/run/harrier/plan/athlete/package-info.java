/** What the plan-service knows of an athlete, as the athlete-service published it: profile, intake, fitness. */
package run.harrier.plan.athlete;
