/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.config;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An account at a vendor's cloud.
 *
 * @param appId who asks
 * @param appSecret what proves it
 * @param url where the cloud is
 */
@NonNullByDefault
public record CloudLogin(String appId, String appSecret, String url) {

    /** The place alone: the rest must not find its way into a log. */
    @Override
    public String toString() {
        return url;
    }
}
