/**
 * Routes of the semantic router in files: RouterLab's own format, and those that aurelio-labs'
 * semantic-router writes. Entry type: {@link org.routerlab.experiments.routes.RouteFile}.
 */
package org.routerlab.experiments.routes;
