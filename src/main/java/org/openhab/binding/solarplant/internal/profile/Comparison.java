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

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.model.Metric;

/**
 * A metric that is held against the product of others, as a battery's power against voltage and current: where they differ
 * by more than readings of different moments do, it is dropped.
 *
 * @param line the line in the profile's file, for messages
 * @param metric what is judged, of the polled device
 * @param factors what it is the product of
 * @param tolerance by how much it may differ at least, in the metric's unit
 * @param when the models for which it holds
 */
@NonNullByDefault
record Comparison(int line, Metric metric, List<Metric> factors, BigDecimal tolerance, Condition when) {

    /** Powers change within a poll: half of the larger figure is no contradiction. */
    private static final BigDecimal SHARE = new BigDecimal("0.5");

    /** Whether the number may be that product. */
    boolean agrees(BigDecimal number, BigDecimal product) {
        BigDecimal most = product.abs().multiply(SHARE).max(tolerance);
        return number.subtract(product).abs().compareTo(most) <= 0;
    }
}
