/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.profile.Nameplate.Mark;
import org.openhab.binding.solarplant.internal.profile.Nameplate.Trait;
import org.openhab.binding.solarplant.internal.transport.RegisterTransport;
import org.openhab.binding.solarplant.internal.transport.TransportException;

/** Asks a device by what its profile says of the nameplate. */
@NonNullByDefault
public final class NameplateInspection {

    private final RegisterTransport transport;
    private final int unit;
    private final Profile profile;

    /**
     * What is not as it must be.
     *
     * @param register where
     * @param expected what must stand there
     * @param told what stands there; empty if the device does not have it
     */
    public record Stranger(int register, String expected, String told) {}

    public NameplateInspection(RegisterTransport transport, int unit, Profile profile) {
        this.transport = transport;
        this.unit = unit;
        this.profile = profile;
    }

    /** Why the device that answers is none of this family; nothing if it is one. */
    public Optional<Stranger> stranger() throws TransportException, InterruptedException {
        for (Mark mark : profile.nameplate().marks()) {
            Inscription where = mark.where();
            Optional<int[]> words = read(where);
            if (words.filter(told -> where.says(mark.expected(), told, profile.wordOrder())).isEmpty()) {
                return Optional.of(new Stranger(where.address(), mark.expected(),
                        words.map(told -> where.told(told, profile.wordOrder())).orElse("")));
            }
        }
        return Optional.empty();
    }

    /** Whether devices of the family tell their serial number. */
    public boolean hasSerial() {
        return profile.nameplate().inscriptions().containsKey(Trait.SERIAL);
    }

    /** The serial number; nothing if the device does not tell it. */
    public Optional<String> serial() throws TransportException, InterruptedException {
        return told(Trait.SERIAL);
    }

    /** Who made it. */
    public Optional<String> vendor() throws TransportException, InterruptedException {
        return told(Trait.VENDOR);
    }

    /** The model as the device calls it. */
    public Optional<String> model() throws TransportException, InterruptedException {
        return told(Trait.MODEL);
    }

    /** The version of its firmware. */
    public Optional<String> firmware() throws TransportException, InterruptedException {
        return told(Trait.FIRMWARE);
    }

    private Optional<String> told(Trait trait) throws TransportException, InterruptedException {
        Inscription where = profile.nameplate().inscriptions().get(trait);
        return where == null
                ? Optional.empty()
                : read(where).map(words -> where.told(words, profile.wordOrder())).filter(text -> !text.isEmpty());
    }

    /** Devices may lack these registers. A device that is busy or away may have them: it is asked again. */
    private Optional<int[]> read(Inscription where) throws TransportException, InterruptedException {
        try {
            return Optional.of(transport.read(unit, where.space(), where.address(), where.count()));
        } catch (TransportException.Refused refusal) {
            if (!refusal.concernsAddress()) {
                throw refusal;
            }
            return Optional.empty();
        }
    }
}
