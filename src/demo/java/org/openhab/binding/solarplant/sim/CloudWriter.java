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
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Puts answers of the cloud on the wire, spoilt by those faults that concern the wire. */
@NonNullByDefault
final class CloudWriter {
    /** How many bytes of an endless body come at once. */
    static final int PIECE = 8192;

    private static final DateTimeFormatter DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);

    private final OutputStream out;
    private final Closing closing;

    CloudWriter(OutputStream out, Closing closing) {
        this.out = out;
        this.closing = closing;
    }

    /**
     * Sends the answer; of several faults only the first that concerns the wire and is no latency counts.
     *
     * @param date what the header of this name says
     */
    void send(CloudAnswer answer, Instant date, List<CloudFault> faults) throws IOException {
        for (CloudFault fault : faults) {
            if (fault instanceof CloudFault.Latency latency) {
                closing.pause(latency.delay());
            }
        }
        for (CloudFault fault : faults) {
            switch (fault) {
                case CloudFault.Drop drop -> throw new IOException("dropped on purpose");
                case CloudFault.Truncated cut -> {
                    write(head(answer, date, "Content-Length: " + answer.bytes().length));
                    write(Arrays.copyOf(answer.bytes(), Math.min(cut.bytes(), answer.bytes().length)));
                    throw new IOException("cut on purpose");
                }
                case CloudFault.Silence silence -> {
                    return;
                }
                case CloudFault.Endless endless -> endless(head(answer, date, "Transfer-Encoding: chunked"), endless);
                default -> {
                    // it concerns the content, or was served above
                }
            }
        }
        write(head(answer, date, "Content-Length: " + answer.bytes().length));
        write(answer.bytes());
    }

    /** Ends when the other side has closed the connection, or with the simulator. */
    private void endless(byte[] head, CloudFault.Endless fault) throws IOException {
        write(head);
        chunk("{\"code\":200,\"msg\":\"");
        while (true) {
            chunk("a".repeat(PIECE));
            closing.pause(fault.gap());
        }
    }

    private void chunk(String text) throws IOException {
        write("%x\r\n%s\r\n".formatted(text.length(), text).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] head(CloudAnswer answer, Instant date, String length) {
        return """
                HTTP/1.1 %d \r
                Server: nginx/1.20.1\r
                Date: %s\r
                Content-Type: %s\r
                %s\r
                \r
                """.formatted(answer.status(), DATE.format(date), answer.type(), length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
