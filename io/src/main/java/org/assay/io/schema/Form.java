package org.assay.io.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the shape of a component whose Java type does not say it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Form {
  /** The form of a label: a text or a finite number. */
  String LABEL = "label";

  /**
   * The name.
   *
   * @return {@link #LABEL} or a name that the reader was given a shape for
   */
  String value();
}
