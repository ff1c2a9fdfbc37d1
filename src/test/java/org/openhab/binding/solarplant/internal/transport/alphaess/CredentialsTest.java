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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The signature, held against vectors with invented credentials. */
@NonNullByDefault
class CredentialsTest {

    /** SHA-512 of the two texts and the time after each other, worked out with sha512sum. */
    @Test
    void theSignatureIsTheHashOfAccountAndTime() {
        assertEquals(
                "a5a71739b462dbd80553bfde3763f3ac06b255a204d87501676dcc4a704d0229"
                        + "df2d3f3d044d4c601f991edb4c68a8f48e532ca68f5002e24bc7d89282a7a9bb",
                new Credentials("alpha0123456789abcdef", "0123456789abcdef0123456789abcdef").signature("1700000000"));
    }

    @Test
    void recordedVectorsAreMet() throws IOException {
        Path vectors = Path.of(System.getProperty("captures", ""),
                "alphaess-captures/cloud/signature-vectors.json");
        assumeTrue(Files.exists(vectors), "no recordings: there is no " + vectors);
        for (JsonElement element : JsonParser.parseString(Files.readString(vectors)).getAsJsonObject()
                .getAsJsonArray("vectors")) {
            JsonObject vector = element.getAsJsonObject();
            assertEquals(vector.get("sign").getAsString(),
                    new Credentials(vector.get("appId").getAsString(), vector.get("appSecret").getAsString())
                            .signature(vector.get("timeStamp").getAsString()));
        }
    }

    @Test
    void theyDoNotShowThemselves() {
        assertFalse(
                new Credentials("alpha0123456789abcdef", "0123456789abcdef").toString().contains("0123456789abcdef"));
    }
}
