/** What the load-service knows of an athlete, as the athlete-service published it, and the one lock on it. */
package run.harrier.load.athlete;
