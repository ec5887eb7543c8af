/**
 * Adapters to the learners of Tribuo and the libraries under it. Trained models are copied into
 * plain arrays, so that no type of a library is needed to route.
 */
package org.routerlab.learned.tribuo;
