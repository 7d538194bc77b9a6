package org.assay.io.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The interval in which a number must be, or the length of a list: {@code @Within("(0, 1)")},
 * {@code List<@Within("[0, 1]") Double>}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Within {
  /**
   * The interval.
   *
   * @return as {@link Range#parse} reads it
   */
  String value();
}
