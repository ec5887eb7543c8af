/**
 * Every benchmark there is, by name: bundled ones, routing tables, fetched ones, pools of prompts.
 */
package org.routerlab.datasets.catalogue;
