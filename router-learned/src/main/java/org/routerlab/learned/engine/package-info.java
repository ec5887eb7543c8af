/**
 * What several routing methods share, in plain Java: nearest neighbours, clusters, means of
 * outcomes, and the settings of a training.
 */
package org.routerlab.learned.engine;
