/**
 * What every routing method promises, as tests; and the synthetic tasks it is tested on.
 *
 * <p>Entry type: {@link org.routerlab.testkit.RouterContract}. A module with routing methods adds
 * one test class that implements it.
 */
package org.routerlab.testkit;
