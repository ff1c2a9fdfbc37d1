/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport.alphaess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What an account is opened with, both from the vendor's developer portal.
 *
 * @param appId {@code alpha} and 16 hexadecimal digits
 * @param appSecret 32 hexadecimal digits; never sent, only hashed
 */
@NonNullByDefault
public record Credentials(String appId, String appSecret) {

    /**
     * The signature of a request: of nothing but the account and the time, so that whoever sees it may use it for five
     * minutes (alphaess.md §1.2).
     *
     * @param timeStamp the very text that is sent beside it
     * @return lower-case hexadecimal SHA-512
     */
    String signature(String timeStamp) {
        try {
            byte[] text = (appId + appSecret + timeStamp).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }

    /** Without content: it must not find its way into a log. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
