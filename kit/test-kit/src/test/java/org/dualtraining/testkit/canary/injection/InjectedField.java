package org.dualtraining.testkit.canary.injection;

import jakarta.inject.Inject;

class InjectedField {

    @Inject
    Runnable work;
}
