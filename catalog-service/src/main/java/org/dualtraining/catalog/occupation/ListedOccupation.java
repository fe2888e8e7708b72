package org.dualtraining.catalog.occupation;

/**
 * An occupation and what an answer needs beside it.
 *
 * @param key the order of lists
 * @param revision goes up with every change
 */
record ListedOccupation(String key, long revision, Occupation occupation) {}
