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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException;
import org.openhab.binding.solarplant.internal.transport.alphaess.Answer;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudApi;

import com.google.gson.JsonObject;

/** An account at a cloud as one of its systems uses it, which can be listened to. */
@NonNullByDefault
public final class TappedCloud implements CloudApi {

    private final CloudApi account;
    private final TapPoint point;

    /**
     * @param account the account, which others use as well
     * @param point where this system's calls can be listened to
     */
    public TappedCloud(CloudApi account, TapPoint point) {
        this.account = account;
        this.point = point;
    }

    private interface Call {
        Answer make() throws TransportException, InterruptedException;
    }

    @Override
    public Answer get(String endpoint, Map<String, String> parameters)
            throws TransportException, InterruptedException {
        return listen(endpoint, () -> parameters(parameters), () -> account.get(endpoint, parameters));
    }

    @Override
    public Answer post(String endpoint, JsonObject body) throws TransportException, InterruptedException {
        return listen(endpoint, () -> body, () -> account.post(endpoint, body));
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
        account.cut();
    }

    /** Parameters as they stand in a capture, in one order whoever made them. */
    static JsonObject parameters(Map<String, String> parameters) {
        JsonObject json = new JsonObject();
        new TreeMap<>(parameters).forEach(json::addProperty);
        return json;
    }

    private Answer listen(String endpoint, Supplier<JsonObject> parameters, Call call)
            throws TransportException, InterruptedException {
        if (point.isIdle()) {
            return call.make();
        }
        try {
            Answer answer = call.make();
            point.heard(new Heard.Called(endpoint, parameters.get(), new Reply.Got<>(answer)));
            return answer;
        } catch (TransportException e) {
            point.heard(new Heard.Called(endpoint, parameters.get(), new Reply.Failed<>(Trouble.of(e))));
            throw e;
        }
    }
}
