package org.dualtraining.catalog.framework;

/**
 * A framework and what an answer needs beside it.
 *
 * @param key the order of lists
 * @param revision goes up with every change of any version and of the occupation
 */
record ListedFramework(String key, long revision, FrameworkView view) {}
