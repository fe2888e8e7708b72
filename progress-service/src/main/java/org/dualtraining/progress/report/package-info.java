/**
 * Owns: what all reports share: who may ask for which part of the plans, and files for spreadsheets.
 * Calls: nothing of ours.
 * Must not: know a figure or a table.
 */
@NullMarked
package org.dualtraining.progress.report;

import org.jspecify.annotations.NullMarked;
