package run.harrier.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import run.harrier.contracts.Relation;

/**
 * Who may call an operation (D21). Every operation says it; one without does not pass the architecture rules. It is
 * decided from the token and the {@code athleteId} or {@code squadId} of the path, before the body is read, and it is
 * what the OpenAPI document shows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {
    /** The scope of an operation that a client may call with any scope, or none. */
    String ANY_SCOPE = "*";

    /**
     * The relations to the athlete or the squad of the path. Where the path names something of theirs instead, such as an
     * invitation, the operation decides by them itself. Empty: every signed-in person may call it.
     */
    Relation[] value() default {};

    /** The scope that a client needs, on its own or acting for a person; without one no client may call it. */
    String scope() default "";

    /**
     * Whether the operation decides the relation itself, by {@link AccessInQuery}, in the query by which it reads the
     * athlete's rows. Such an operation takes its body as bytes and reads it after the decision.
     */
    boolean decidedInQuery() default false;
}
