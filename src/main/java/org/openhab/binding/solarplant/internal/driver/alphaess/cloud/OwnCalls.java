/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

import com.google.gson.JsonObject;

/**
 * An account as one of its systems uses it: only a call of its own is cut off, since the others of the account must not
 * suffer from this one's end.
 */
@NonNullByDefault
final class OwnCalls implements CloudApi {

    private final CloudApi account;
    private final AtomicInteger underWay = new AtomicInteger();

    OwnCalls(CloudApi account) {
        this.account = account;
    }

    @Override
    public Answer get(String endpoint, Map<String, String> parameters)
            throws TransportException, InterruptedException {
        underWay.incrementAndGet();
        try {
            return account.get(endpoint, parameters);
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public Answer post(String endpoint, JsonObject body) throws TransportException, InterruptedException {
        underWay.incrementAndGet();
        try {
            return account.post(endpoint, body);
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public Duration spacing() {
        return account.spacing();
    }

    @Override
    public boolean isSlowedDown() {
        return account.isSlowedDown();
    }

    @Override
    public void tryAgain() {
        account.tryAgain();
    }

    @Override
    public void cut() {
        if (underWay.get() > 0) {
            account.cut();
        }
    }
}
