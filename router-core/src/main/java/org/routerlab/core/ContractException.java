package org.routerlab.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that a routing method does not keep one check of the router contract, and why.
 *
 * <p>The contract suite fails when an excepted check passes after all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(ContractException.List.class)
public @interface ContractException {

  /** The name of the check, as the suite prints it. */
  String check();

  /** Why the method cannot keep it. */
  String reason();

  /** Holds several exceptions of one method. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {

    /** The exceptions. */
    ContractException[] value();
  }
}
