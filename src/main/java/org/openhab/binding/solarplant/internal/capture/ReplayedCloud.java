/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.capture;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;
import org.openhab.binding.solarplant.internal.transport.alphaess.Meaning;

import com.google.gson.JsonObject;

/** An account in whose place a capture answers. What was never asked then is denied. */
@NonNullByDefault
public final class ReplayedCloud implements CloudApi {

    /** The system does not have this endpoint (alphaess.md §1.10). */
    private static final int NO_PERMISSION = 6017;

    private final Tape tape;
    private final Map<String, Heard.Called> known = new HashMap<>();

    /**
     * @param tape the capture, played by whoever polls the driver
     */
    public ReplayedCloud(Tape tape) {
        this.tape = tape;
        tape.all(Heard.Called.class).reversed().forEach(called -> known.put(called.endpoint(), called));
    }

    @Override
    public Answer get(String endpoint, Map<String, String> parameters) throws TransportException {
        JsonObject asked = TappedCloud.parameters(parameters);
        Optional<Heard.Called> heard = tape
                .next(Heard.Called.class,
                        called -> called.endpoint().equals(endpoint) && called.parameters().equals(asked))
                .or(() -> tape.next(Heard.Called.class, called -> called.endpoint().equals(endpoint)));
        heard.ifPresent(called -> known.put(endpoint, called));
        Heard.Called called = known.get(endpoint);
        return called == null ? denied() : called.reply().again();
    }

    @Override
    public Answer post(String endpoint, JsonObject body) {
        return denied();
    }

    private static Answer denied() {
        return new Answer.Refused(Meaning.of(NO_PERMISSION), NO_PERMISSION);
    }

    @Override
    public Duration spacing() {
        return Duration.ZERO;
    }

    @Override
    public boolean isSlowedDown() {
        return false;
    }

    @Override
    public void tryAgain() {
        // the next answer of the capture comes anyway
    }

    @Override
    public void cut() {
        // nothing is under way that could wait for anything
    }
}
