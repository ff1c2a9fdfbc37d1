/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.internal.transport.TransportException.Garbled;
import org.openhab.binding.solarplant.internal.transport.TransportException.Refused;
import org.openhab.binding.solarplant.internal.transport.TransportException.TimedOut;
import org.openhab.binding.solarplant.internal.transport.TransportException.Unreachable;

import com.ghgande.j2mod.modbus.ModbusIOException;
import com.ghgande.j2mod.modbus.io.ModbusRTUTCPTransport;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransport;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.ModbusUtil;

/**
 * One connection: j2mod writes the requests; this class reads what comes and decides what is an answer to what. j2mod's own
 * transactions are left aside, since they retry by themselves and do not tell how a request failed; and its answers make
 * an object of each register.
 */
@NonNullByDefault
final class ModbusConnection {

    private static final int CRC_BYTES = 2;

    private final DeadlineSocket socket;
    private final ModbusEndpoint endpoint;
    private final ModbusTCPTransport frames;
    private final InputStream in;
    private final AnswerFrame answer = new AnswerFrame();
    private int transaction;

    private ModbusConnection(DeadlineSocket socket, ModbusEndpoint endpoint) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.endpoint = endpoint;
        this.frames = endpoint.framing() == Framing.RTU
                ? new ModbusRTUTCPTransport(socket)
                : new ModbusTCPTransport(socket);
    }

    /** Connects this socket, which is closed again if that fails; another thread may close it meanwhile. */
    static ModbusConnection open(DeadlineSocket socket, ModbusEndpoint endpoint) throws Unreachable {
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
            socket.connect(address, (int) endpoint.connectTimeout().toMillis());
            return new ModbusConnection(socket, endpoint);
        } catch (IOException | IllegalStateException e) {
            close(socket);
            throw new Unreachable(endpoint.address(), String.valueOf(e.getMessage()), e);
        }
    }

    boolean isUsable() {
        return socket.isUsable();
    }

    int[] read(int unit, RegisterSpace space, int start, int count) throws TransportException {
        ModbusRequest request = switch (space) {
            case INPUT -> new ReadInputRegistersRequest(start, count);
            case HOLDING -> new ReadMultipleRegistersRequest(start, count);
        };
        request.setUnitID(unit);
        return exchange(request).registers(count);
    }

    /** Writes, and makes sure that the answer speaks of the same registers. */
    void write(int unit, WriteFunction function, int start, int... words) throws TransportException {
        ModbusRequest request = switch (function) {
            case SINGLE -> new WriteSingleRegisterRequest(start, new SimpleRegister(words[0]));
            case MULTIPLE -> new WriteMultipleRegistersRequest(start,
                    IntStream.of(words).mapToObj(SimpleRegister::new).toArray(Register[]::new));
        };
        request.setUnitID(unit);
        boolean echoed = exchange(request).echoes(start, function == WriteFunction.SINGLE ? words[0] : words.length);
        if (!echoed) {
            throw new Garbled("an answer to another write", null);
        }
    }

    void close() {
        close(socket);
    }

    static void close(DeadlineSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the connection is given up in any case, and nothing can be done about a failure to close it
        }
    }

    private AnswerFrame exchange(ModbusRequest request) throws TransportException {
        transaction = transaction % 0xFFFF + 1;
        request.setTransactionID(transaction);
        send(request);
        try {
            if (endpoint.framing() == Framing.RTU) {
                answer.readRtu(in);
                checkSerialFrame(request);
                if (socket.hasMore()) {
                    throw new Garbled("more than an answer", null);
                }
            } else {
                answer.readTcp(in, transaction);
            }
        } catch (IOException e) {
            throw failure(e);
        }
        if (answer.isRefusalOf(request.getFunctionCode())) {
            throw new Refused(answer.exceptionCode());
        }
        if (answer.function() != request.getFunctionCode()) {
            throw new Garbled("an answer to another function", null);
        }
        return answer;
    }

    private void send(ModbusRequest request) throws Unreachable {
        try {
            if (endpoint.framing() == Framing.RTU) {
                // frames of the serial line tell not what they answer: a late one would be taken for this answer
                socket.skipWaiting();
            }
            socket.begin(endpoint.requestTimeout());
            frames.writeRequest(request);
        } catch (ModbusIOException | IOException e) {
            throw broken(e);
        }
    }

    private Unreachable broken(Exception e) {
        return new Unreachable(endpoint.address(), "the connection was closed", e);
    }

    private TransportException failure(IOException e) {
        if (socket.timedOut()) {
            return new TimedOut(endpoint.requestTimeout());
        }
        if (socket.ended()) {
            return broken(e);
        }
        return new Garbled("not understood: " + e.getMessage(), e);
    }

    /** Behind a transparent gateway lies a serial line, on which bits get lost. */
    private void checkSerialFrame(ModbusRequest request) throws Garbled {
        byte[] frame = socket.received();
        int[] crc = ModbusUtil.calculateCRC(frame, 0, frame.length - CRC_BYTES);
        if ((frame[frame.length - 2] & 0xFF) != crc[0] || (frame[frame.length - 1] & 0xFF) != crc[1]) {
            throw new Garbled("wrong checksum", null);
        }
        // all units of a gateway share the line, and a late answer of one must not pass for another's
        if (answer.unit() != request.getUnitID()) {
            throw new Garbled("an answer of another unit", null);
        }
    }
}
