package run.harrier.platform.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of an answer whose figures are written as what they mean: to the thousandth, and below one with four significant digits,
 * so that what is not nothing is never 0.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Rounded {}
