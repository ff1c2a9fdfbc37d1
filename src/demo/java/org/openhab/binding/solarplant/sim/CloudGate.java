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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Lets in who signs as the one account does (alphaess.md §1.2). */
@NonNullByDefault
record CloudGate(String appId, String appSecret) {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    /**
     * Checks the headers: first that they are there, then the time, then the signature. A request without any of them
     * is told that the AppID is missing (alphaess.md §1.3).
     *
     * @param now the time of the cloud
     * @throws CloudRefusal with the code of what is wrong
     */
    void check(CloudCall call, Instant now) throws CloudRefusal {
        require("appId", CloudCode.NO_APP_ID, call);
        require("sign", CloudCode.NO_SIGN, call);
        require("timeStamp", CloudCode.NO_TIMESTAMP, call);
        String stamp = call.header("timeStamp");
        // Unix seconds have ten digits until the year 2286; milliseconds have more
        if (!stamp.matches("\\d{10}") || Duration.between(Instant.ofEpochSecond(Long.parseLong(stamp)), now).abs()
                .compareTo(TOLERANCE) > 0) {
            throw new CloudRefusal(CloudCode.TIMESTAMP);
        }
        // an AppID that nobody has cannot have the right signature
        if (!call.header("appId").equals(appId) || !call.header("sign").equals(sign(stamp))) {
            throw new CloudRefusal(CloudCode.SIGN);
        }
    }

    private static void require(String header, CloudCode otherwise, CloudCall call) throws CloudRefusal {
        if (call.header(header).isBlank()) {
            throw new CloudRefusal(otherwise);
        }
    }

    private String sign(String stamp) {
        try {
            byte[] text = (appId + appSecret + stamp).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
