/**
 * Owns: turning one page of HTML into PDF and DOCX, few at a time and without filling the heap.
 * Calls: nothing of ours but the kit.
 * Must not: know what is on a page.
 */
@NullMarked
package org.dualtraining.plan.print;

import org.jspecify.annotations.NullMarked;
