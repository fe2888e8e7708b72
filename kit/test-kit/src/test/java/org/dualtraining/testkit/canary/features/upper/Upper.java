package org.dualtraining.testkit.canary.features.upper;

import org.dualtraining.testkit.canary.features.lower.Lower;

record Upper(Lower lower) {}
