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

import java.time.Duration;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * Something that goes wrong with an answer of the cloud (alphaess.md §1.3, §1.11, §1.14). A request that is refused, or
 * that another answer meets, changes nothing; one whose answer is merely spoilt or lost has had its effect.
 */
@NonNullByDefault
public sealed interface CloudFault {

    /** The answer comes late. Adds to any other fault. */
    record Latency(Duration delay) implements CloudFault {}

    /** The clock of the cloud is ahead by so much, or behind if negative. Adds to any other fault. */
    record ClockOff(Duration ahead) implements CloudFault {}

    /** A code of the API. The text may be in any language; the real one is not always in that of the account. */
    record Refuse(int code, String text) implements CloudFault {
        /** The code with its English text. */
        public Refuse(CloudCode code) {
            this(code.number(), code.text());
        }
    }

    /** Another answer in place of the right one, such as the page of a web server, or garbage. */
    record Instead(CloudAnswer answer) implements CloudFault {}

    /** The object that a request with the wrong verb meets: status 405 and no code. */
    record WrongVerb() implements CloudFault {}

    /** The right answer with another content type. */
    record ContentType(String type) implements CloudFault {}

    /** Code 200 without data. */
    record NoData() implements CloudFault {}

    /** Code 200 with data whose fields are all null. */
    record Nulls() implements CloudFault {}

    /** Code 200 with data whose numbers are all 0. */
    record Zeros() implements CloudFault {}

    /** The right data, its numbers as text. */
    record NumbersAsText() implements CloudFault {}

    /** The right list in no order, each of its elements twice; the right one comes last, a spoilt one before it. */
    record Disorder() implements CloudFault {}

    /** The connection is closed in place of an answer. */
    record Drop() implements CloudFault {}

    /** Only the first bytes of the body, although its full length was announced; then the connection is closed. */
    record Truncated(int bytes) implements CloudFault {}

    /** No answer; the connection stays open. */
    record Silence() implements CloudFault {}

    /** A body that never ends, with so long a pause between its pieces of {@value CloudWriter#PIECE} bytes. */
    record Endless(Duration gap) implements CloudFault {}
}
