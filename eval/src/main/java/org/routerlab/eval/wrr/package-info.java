/**
 * What a benchmark asks of a router, before there is one: whether one model dominates, on which
 * tasks a specialist gains, which tasks are alike; and how far a router does what a fixed rule
 * would do.
 *
 * <p>Source: Who Routes the Router, § 4 and appendix G. Entry types: {@link
 * org.routerlab.eval.wrr.ModelDominance}, {@link org.routerlab.eval.wrr.SpecialistScores}, {@link
 * org.routerlab.eval.wrr.CategorySimilarity}, {@link org.routerlab.eval.wrr.HeuristicAgreement}.
 */
package org.routerlab.eval.wrr;
