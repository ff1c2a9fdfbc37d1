/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The page and its data, for browsers on this computer only. */
@NonNullByDefault
public final class PlantPage implements AutoCloseable {
    private static final Map<String, String> FILES = Stream
            .of("page.css", "page.js", "flow.js", "things.css", "things.js", "ui.css", "ui.js", "expression.js",
                    "json.js")
            .collect(Collectors.toUnmodifiableMap(file -> "/" + file, file -> file));
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css", "text/css",
            "js", "text/javascript");
    // the page needs nothing from elsewhere, so nothing from elsewhere is let in
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Below it, each page of Main UI by its UID. */
    static final String PAGES = "/pages/";
    private static final String CHANNELS = "/api/channels/";
    private static final String CONSOLE = "/api/console";
    private static final int LONGEST_COMMAND = 200;

    private final HttpServer server;
    private final ExecutorService workers;
    private final PlantView view;
    private final Gson gson = new Gson();

    /**
     * Serves the page.
     *
     * @param port on the loopback interface; 0 takes a free one
     * @throws java.net.BindException if the port is taken
     */
    public PlantPage(PlantView view, int port) throws IOException {
        this.view = view;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        workers = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().name("demo-page-", 0).factory());
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!isLocal(exchange)) {
                send(exchange, 403, "text/plain", "this page is for this computer only");
            } else if ("POST".equals(exchange.getRequestMethod()) && path.startsWith(CHANNELS)) {
                post(exchange, text -> command(exchange, path.substring(CHANNELS.length()), text));
            } else if ("POST".equals(exchange.getRequestMethod()) && path.equals(CONSOLE)) {
                post(exchange, line -> send(exchange, 200, "text/plain; charset=utf-8", view.console(line)));
            } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                send(exchange, 405, "text/plain", "this page is for reading");
            } else if ("/api/things".equals(path)) {
                send(exchange, 200, "application/json", gson.toJson(view.things()));
            } else if ("/api/inbox".equals(path)) {
                send(exchange, 200, "application/json", gson.toJson(view.inbox()));
            } else if ("/api/pages".equals(path)) {
                send(exchange, 200, "application/json", gson.toJson(view.pages()));
            } else if ("/api/items".equals(path)) {
                send(exchange, 200, "application/json", gson.toJson(view.items()));
            } else if (FILES.containsKey(path) || "/".equals(path) || path.startsWith(PAGES)) {
                String file = FILES.getOrDefault(path, "/".equals(path) ? "page.html" : "ui.html");
                send(exchange, 200, TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), ""), resource(file));
            } else {
                send(exchange, 404, "text/plain", "there is nothing at this address");
            }
        }
    }

    /** What is done with a text that was sent. */
    private interface Reception {
        void take(String text) throws IOException;
    }

    private static void post(HttpExchange exchange, Reception reception) throws IOException {
        byte[] text = exchange.getRequestBody().readNBytes(LONGEST_COMMAND + 1);
        if (!"text/plain".equals(mediaType(exchange))) {
            send(exchange, 415, "text/plain", "a command is plain text");
        } else if (!isOfThisPage(exchange)) {
            send(exchange, 403, "text/plain", "commands of other pages are not taken");
        } else if (text.length > LONGEST_COMMAND) {
            send(exchange, 413, "text/plain", "no command is that long");
        } else {
            reception.take(new String(text, StandardCharsets.UTF_8).strip());
        }
    }

    private void command(HttpExchange exchange, String channel, String command) throws IOException {
        PlantView.Answer answer = view.command(channel, command);
        send(exchange, switch (answer) {
            case SENT -> 202;
            case NO_CHANNEL -> 404;
            case NOT_UNDERSTOOD -> 400;
        }, "application/json", gson.toJson(Map.of("channel", channel, "answer",
                answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    private static String mediaType(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** A browser names the page that sends; what is no browser names none, and no foreign page can make it send. */
    private static boolean isOfThisPage(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin == null || origin.equals("http://" + exchange.getRequestHeaders().getFirst("Host"));
    }

    /** A foreign name in the Host header means that a foreign page has led the browser here (DNS rebinding). */
    private boolean isLocal(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null && Set.of("127.0.0.1", "localhost", "[::1]").contains(host.replaceFirst(":\\d+$", ""));
    }

    private static void send(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if ("HEAD".equals(exchange.getRequestMethod())) {
            exchange.sendResponseHeaders(code, -1);
        } else {
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PlantPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the page's file " + name + " is not in the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
