package org.routerlab.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The publication a method, metric or protocol comes from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Paper {

  /** The title as published. */
  String title();

  /** A lasting address, such as an arXiv abstract page. */
  String url();

  /** Where this implementation departs from the publication, and why; empty if it does not. */
  String deviations() default "";
}
