/**
 * The command line: {@code routerlab <verb>}. Entry type: {@link
 * org.routerlab.experiments.cli.Main}.
 */
package org.routerlab.experiments.cli;
