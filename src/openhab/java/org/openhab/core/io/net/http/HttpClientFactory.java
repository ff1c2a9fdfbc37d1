/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.core.io.net.http;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;

/** Hands out HTTP clients. */
@NonNullByDefault
public interface HttpClientFactory {

    /** The client that all share: started, not to be stopped or set up by those who use it. */
    HttpClient getCommonHttpClient();
}
