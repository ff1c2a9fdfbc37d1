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

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** One client: reads requests and answers them until either side has enough. */
@NonNullByDefault
final class Connection implements Reception.Client {
    private final Socket socket;
    private final SimulatorOptions options;
    private final Faults faults;
    private final Journal<Request> journal;
    private final Closing closing;

    Connection(Socket socket, SimulatorOptions options, Faults faults, Journal<Request> journal, Closing closing) {
        this.socket = socket;
        this.options = options;
        this.faults = faults;
        this.journal = journal;
        this.closing = closing;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) options.idle().toMillis());
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var answers = new AnswerWriter(socket.getOutputStream(), options.framing(), closing);
            Frame asked = options.framing().read(in);
            while (!closing.isOver()) {
                serve(asked, answers);
                asked = options.framing().read(in);
            }
        } catch (IOException e) {
            // the end of a connection, whoever wanted it: the client sees it, and it is nobody else's business
        }
    }

    private void serve(Frame asked, AnswerWriter answers) throws IOException {
        Request request = Request.parse(asked.unit(), asked.pdu());
        journal.add(request);
        List<Fault> met = faults.take(request);
        // what is refused has no effect
        byte[] answer = options.image(asked.unit())
                .filter(image -> met.stream().noneMatch(Fault.Refuse.class::isInstance))
                .map(image -> Responder.answer(image, request))
                .orElseGet(() -> Responder.refuse(request, ExceptionCode.GATEWAY_TARGET_SILENT));
        answers.send(asked.answer(answer), met);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed either way
        }
    }
}
