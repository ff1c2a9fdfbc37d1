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
import com.ghgande.j2mod.modbus.msg.ExceptionResponse;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.msg.WriteMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterRequest;
import com.ghgande.j2mod.modbus.msg.WriteSingleRegisterResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.util.ModbusUtil;

/**
 * One connection: j2mod writes and reads the frames; this class decides what is an answer to what. j2mod's own
 * transactions are left aside, since they retry by themselves and do not tell how a request failed.
 */
@NonNullByDefault
final class ModbusConnection {

    private static final int EXCEPTION_FLAG = 0x80;
    private static final int CRC_BYTES = 2;

    private final DeadlineSocket socket;
    private final ModbusEndpoint endpoint;
    private final ModbusTCPTransport frames;
    private int transaction;

    private ModbusConnection(DeadlineSocket socket, ModbusEndpoint endpoint) {
        this.socket = socket;
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
        InputRegister[] registers = switch (exchange(request)) {
            case ReadInputRegistersResponse response when space == RegisterSpace.INPUT -> response.getRegisters();
            case ReadMultipleRegistersResponse response when space == RegisterSpace.HOLDING -> response.getRegisters();
            default -> throw new Garbled("an answer to another function", null);
        };
        if (registers.length != count) {
            throw new Garbled(registers.length + " registers instead of " + count, null);
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = registers[i].toUnsignedShort();
        }
        return words;
    }

    /** Writes, and makes sure that the answer speaks of the same registers. */
    void write(int unit, WriteFunction function, int start, int... words) throws TransportException {
        ModbusRequest request = switch (function) {
            case SINGLE -> new WriteSingleRegisterRequest(start, new SimpleRegister(words[0]));
            case MULTIPLE -> new WriteMultipleRegistersRequest(start,
                    IntStream.of(words).mapToObj(SimpleRegister::new).toArray(Register[]::new));
        };
        request.setUnitID(unit);
        boolean echoed = switch (exchange(request)) {
            case WriteSingleRegisterResponse response when function == WriteFunction.SINGLE ->
                response.getReference() == start && (response.getRegisterValue() & 0xFFFF) == words[0];
            case WriteMultipleRegistersResponse response when function == WriteFunction.MULTIPLE ->
                response.getReference() == start && response.getWordCount() == words.length;
            default -> throw new Garbled("an answer to another function", null);
        };
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

    private ModbusResponse exchange(ModbusRequest request) throws TransportException {
        transaction = transaction % 0xFFFF + 1;
        request.setTransactionID(transaction);
        send(request);
        try {
            ModbusResponse response = frames.readResponse();
            // answers to requests of another master come along on some dongles; the deadline ends the search
            while (endpoint.framing() == Framing.TCP && response.getTransactionID() != transaction) {
                response = frames.readResponse();
            }
            checkSerialFrame(request, response);
            if (response instanceof ExceptionResponse refusal
                    && (response.getFunctionCode() & 0xFF) == (request.getFunctionCode() | EXCEPTION_FLAG)) {
                throw new Refused(refusal.getExceptionCode());
            }
            return response;
        } catch (ModbusIOException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            // whatever a peer sends must not get past this class, not even by way of a defect in j2mod
            throw new Garbled("not understood: " + e, e);
        }
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

    private TransportException failure(ModbusIOException e) {
        if (socket.timedOut()) {
            return new TimedOut(endpoint.requestTimeout());
        }
        if (socket.ended()) {
            return broken(e);
        }
        return new Garbled("not understood: " + e.getMessage(), e);
    }

    /** j2mod skips the checksum of frames that come over TCP; but behind a transparent gateway lies a serial line. */
    private void checkSerialFrame(ModbusRequest request, ModbusResponse response) throws Garbled {
        if (endpoint.framing() == Framing.TCP) {
            return;
        }
        byte[] frame = socket.received();
        int[] crc = ModbusUtil.calculateCRC(frame, 0, frame.length - CRC_BYTES);
        if ((frame[frame.length - 2] & 0xFF) != crc[0] || (frame[frame.length - 1] & 0xFF) != crc[1]) {
            throw new Garbled("wrong checksum", null);
        }
        // all units of a gateway share the line, and a late answer of one must not pass for another's
        if ((response.getUnitID() & 0xFF) != request.getUnitID()) {
            throw new Garbled("an answer of another unit", null);
        }
    }
}
