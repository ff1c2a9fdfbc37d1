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

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** The registers of a SolaX hybrid inverter of the fourth generation in an invented house. */
@NonNullByDefault
public final class SolaxImage implements RegisterImage {
    private final SolaxModel model;
    private final DayCurve curve;
    private final Clock clock;
    private final SolaxRemote remote;
    private final SolaxStore store = SolaxStore.hybrid();

    /** An inverter that lives by this curve and clock. */
    public SolaxImage(SolaxModel model, DayCurve curve, Clock clock) {
        this.model = model;
        this.curve = curve;
        this.clock = clock;
        this.remote = new SolaxRemote(clock);
    }

    @Override
    public OptionalInt read(Space space, int address) {
        return frozen().read(space, address);
    }

    @Override
    public RegisterImage frozen() {
        MapImage image = new MapImage();
        image.zeros(Space.HOLDING, 0x0000, 0x018F).zeros(Space.INPUT, 0x0000, 0x018F);
        HybridIdentity.fill(image, model, remote.now().atZone(curve.site().zone()));
        HouseState house = remote.obey(curve.at(clock.instant()));
        new HybridInputs(image, model, curve.site(), house).fill();
        remote.fill(image, house);
        store.fill(image);
        return image;
    }

    @Override
    public Optional<ExceptionCode> write(Request request) {
        return request.function() == Request.WRITE_MANY
                ? remote.write(request, curve.site().zone())
                : store.write(request);
    }
}
