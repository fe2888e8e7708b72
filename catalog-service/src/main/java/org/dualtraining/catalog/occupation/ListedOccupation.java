package org.dualtraining.catalog.occupation;

/**
 * An occupation and what an answer needs beside it.
 *
 * @param position the order of the list that it is in
 * @param revision goes up with every change
 */
record ListedOccupation(String key, String position, long revision, Occupation occupation) {}
