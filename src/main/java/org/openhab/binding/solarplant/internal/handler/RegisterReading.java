/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.handler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.capture.Heard;
import org.openhab.binding.solarplant.internal.capture.Place;
import org.openhab.binding.solarplant.internal.capture.Registers;
import org.openhab.binding.solarplant.internal.capture.Reply;
import org.openhab.binding.solarplant.internal.capture.WireTap;
import org.openhab.binding.solarplant.internal.model.Value;
import org.openhab.binding.solarplant.internal.profile.Meaning;
import org.openhab.binding.solarplant.internal.profile.RegisterDevice;
import org.openhab.binding.solarplant.internal.transport.RegisterSpace;
import org.openhab.binding.solarplant.internal.transport.givenergy.ReadFunction;

/** Keeps what is read while it listens, and knows what profiles make of it. */
@NonNullByDefault
public final class RegisterReading implements WireTap {

    private final List<Heard.Read> reads = new CopyOnWriteArrayList<>();

    @Override
    public void heard(Heard heard) {
        if (heard instanceof Heard.Read read) {
            reads.add(read);
        }
    }

    /** What was read so far. */
    public List<Heard.Read> all() {
        return List.copyOf(reads);
    }

    /** What the profiles of these devices make of what was read. */
    public static List<Meaning> meanings(Heard.Read read, List<RegisterDevice> devices) {
        Place place = read.place();
        if (!(read.reply() instanceof Reply.Got<Registers>(Registers registers))) {
            return List.of();
        }
        RegisterSpace space = place.function() == ReadFunction.INPUT.code()
                ? RegisterSpace.INPUT
                : RegisterSpace.HOLDING;
        int[] words = registers.words().stream().mapToInt(Integer::intValue).toArray();
        return devices.stream().filter(device -> device.unit() == place.unit())
                .flatMap(device -> device.meanings(space, place.start(), words).stream()).toList();
    }

    /** A meaning as people read it. */
    public static String text(Meaning meaning) {
        return meaning.of() + meaning.value().map(value -> " = " + switch (value) {
            case Value.Amount amount -> amount.number().toPlainString();
            case Value.Text text -> text.text();
            case Value.Moment moment -> moment.at().toString();
            case Value.Switch onOff -> onOff.on() ? "ON" : "OFF";
            case Value.Unset nothing -> "unset";
        }).orElse(" is not believed");
    }
}
