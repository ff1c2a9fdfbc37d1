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

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;

/** Where requests to the cloud come in and answers go out. */
@NonNullByDefault
final class CloudDesk {
    private final CloudGate gate;
    private final CloudApi api;
    private final InstantSource clock;
    private final CloudFaults faults = new CloudFaults();
    private final CloudBodies bodies = new CloudBodies();
    private final CloudRate rate = new CloudRate();
    private final Journal<CloudRequest> journal = new Journal<>();

    CloudDesk(CloudAccount account, InstantSource clock) {
        gate = account.gate();
        api = new CloudApi(account);
        this.clock = clock;
    }

    CloudFaults faults() {
        return faults;
    }

    CloudBodies bodies() {
        return bodies;
    }

    CloudRate rate() {
        return rate;
    }

    Journal<CloudRequest> journal() {
        return journal;
    }

    void serve(CloudCall call, CloudWriter out) throws IOException {
        Instant asked = clock.instant();
        CloudRequest request = CloudRequest.of(call, asked);
        journal.add(request);
        List<CloudFault> met = faults.take(request);
        Instant now = now(asked, met);
        CloudAnswer answer = met.stream().flatMap(fault -> instead(fault, call, now).stream()).findFirst()
                .orElseGet(() -> answer(call, request, now, met));
        for (CloudFault fault : met) {
            answer = fault instanceof CloudFault.ContentType other ? answer.as(other.type()) : answer;
        }
        out.send(answer, now, met);
    }

    private static Instant now(Instant asked, List<CloudFault> met) {
        Instant now = asked;
        for (CloudFault fault : met) {
            now = fault instanceof CloudFault.ClockOff off ? now.plus(off.ahead()) : now;
        }
        return now;
    }

    private static Optional<CloudAnswer> instead(CloudFault fault, CloudCall call, Instant now) {
        return switch (fault) {
            case CloudFault.Instead other -> Optional.of(other.answer());
            case CloudFault.WrongVerb wrong -> Optional.of(wrongVerb(call, now));
            case CloudFault.Refuse(int code, String text) -> Optional.of(CloudAnswer
                    .json(new CloudEnvelope(code, text, Optional.empty(), JsonNull.INSTANCE).json()));
            default -> Optional.empty();
        };
    }

    /** The framework looks for somebody to serve the request first; only that one looks at the headers. */
    private CloudAnswer answer(CloudCall call, CloudRequest request, Instant now, List<CloudFault> met) {
        Optional<CloudEndpoint> endpoint = CloudEndpoint.at(call.path());
        if (endpoint.isEmpty()) {
            return elsewhere(call, now);
        }
        if (!call.verb().equals(endpoint.get().verb())) {
            return wrongVerb(call, now);
        }
        if (endpoint.get().isWrite() && !call.header("Content-Type").startsWith("application/json")) {
            return CloudAnswer.unserved(415, "Unsupported Media Type", call.path(), now);
        }
        try {
            gate.check(call, now);
            rate.check(now);
            return fulfilled(endpoint.get(), call, request, now, met);
        } catch (CloudRefusal e) {
            return CloudAnswer.json(CloudEnvelope.refusal(e).json());
        }
    }

    private CloudAnswer fulfilled(CloudEndpoint endpoint, CloudCall call, CloudRequest request, Instant now,
            List<CloudFault> met) throws CloudRefusal {
        Optional<String> body = bodies.body(request);
        if (body.isPresent()) {
            return CloudAnswer.json(body.get());
        }
        if (endpoint.isWrite() && call.object().isEmpty()) {
            throw new CloudRefusal(CloudCode.MALFORMED);
        }
        JsonElement data = api.data(endpoint, new CloudFields(request.fields()), now);
        for (CloudFault fault : met) {
            data = CloudSpoiler.spoilt(data, fault);
        }
        return CloudAnswer.json(CloudEnvelope.success(data).json());
    }

    /** At the root there is somebody who looks at the headers, but no more than that. */
    private CloudAnswer elsewhere(CloudCall call, Instant now) {
        if ("/".equals(call.path()) || "/api".equals(call.path())) {
            try {
                gate.check(call, now);
            } catch (CloudRefusal e) {
                return CloudAnswer.json(CloudEnvelope.refusal(e).json());
            }
        }
        return CloudAnswer.unserved(404, "Not Found", call.path(), now);
    }

    private static CloudAnswer wrongVerb(CloudCall call, Instant now) {
        return CloudAnswer.unserved(405, "Method Not Allowed", call.path(), now);
    }
}
