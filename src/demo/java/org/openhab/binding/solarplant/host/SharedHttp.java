/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.host;

import java.lang.reflect.Proxy;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.openhab.core.io.net.http.HttpClientFactory;

/** The HTTP client that openHAB shares among its add-ons, with the limits that it sets there. */
@NonNullByDefault
public final class SharedHttp implements AutoCloseable {

    private static final int CONNECTIONS_FOR_EACH_HOST = 2;
    private static final long CONNECT_MILLIS = 15_000;

    private final HttpClient client = new HttpClient();

    private SharedHttp() {}

    /** Starts the client. */
    public static SharedHttp start() {
        SharedHttp shared = new SharedHttp();
        QueuedThreadPool threads = new QueuedThreadPool(10, 2);
        threads.setName("shared-http");
        threads.setDaemon(true);
        shared.client.setExecutor(threads);
        shared.client.setMaxConnectionsPerDestination(CONNECTIONS_FOR_EACH_HOST);
        shared.client.setConnectTimeout(CONNECT_MILLIS);
        try {
            shared.client.start();
            return shared;
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
    }

    /** The client itself. */
    public HttpClient client() {
        return client;
    }

    /** The service by which add-ons come by it. They need no other method of it, and the real one has several. */
    public HttpClientFactory factory() {
        return (HttpClientFactory) Proxy.newProxyInstance(HttpClientFactory.class.getClassLoader(),
                new Class<?>[]{HttpClientFactory.class}, (self, method, arguments) -> switch (method.getName()) {
                    case "getCommonHttpClient" -> client;
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "HTTP clients of the host";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not stop", e);
        }
    }
}
