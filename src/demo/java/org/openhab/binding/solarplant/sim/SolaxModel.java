/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.sim;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Which SolaX hybrid inverter to play.
 *
 * @param serial 14 characters; invented
 * @param phases 1 (X1) or 3 (X3)
 * @param ratedPower in W
 * @param protocol number of the register protocol; from 100 on some registers differ
 */
@NonNullByDefault
public record SolaxModel(String serial, int phases, int ratedPower, int protocol) {
    /** A three-phase X3-Hybrid-G4 of 10 kW. */
    public static SolaxModel x3() {
        return new SolaxModel("H34A10DEMO0001", 3, 10_000, 6);
    }

    /** A single-phase X1-Hybrid-G4 of 5 kW. */
    public static SolaxModel x1() {
        return new SolaxModel("H450DEMO000001", 1, 5_000, 6);
    }

    /** The same with another register protocol. */
    public SolaxModel protocol(int other) {
        return new SolaxModel(serial, phases, ratedPower, other);
    }

    boolean isThreePhase() {
        return phases == 3;
    }

    boolean hasNewProtocol() {
        return protocol >= 100;
    }
}
