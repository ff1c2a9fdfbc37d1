/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.benchmark;

import java.net.InetAddress;
import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.Request;

import com.ghgande.j2mod.modbus.Modbus;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ReadInputRegistersRequest;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersRequest;
import com.ghgande.j2mod.modbus.net.TCPMasterConnection;

/** The requests of a poll and nothing else, as anybody makes them who uses j2mod. */
@NonNullByDefault
final class BareModbus implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 5000;

    private final TCPMasterConnection connection;
    private final List<Request> reads;

    BareModbus(int port, List<Request> reads) throws Exception {
        this.reads = reads;
        connection = new TCPMasterConnection(InetAddress.getLoopbackAddress());
        connection.setPort(port);
        connection.setTimeout(TIMEOUT_MILLIS);
        connection.connect();
    }

    void poll() throws Exception {
        for (Request read : reads) {
            ModbusRequest request = read.function() == Modbus.READ_INPUT_REGISTERS
                    ? new ReadInputRegistersRequest(read.start(), read.count())
                    : new ReadMultipleRegistersRequest(read.start(), read.count());
            request.setUnitID(read.unit());
            ModbusTCPTransaction transaction = new ModbusTCPTransaction(connection);
            transaction.setRetries(0);
            transaction.setRequest(request);
            transaction.execute();
            if (transaction.getResponse() == null) {
                throw new IllegalStateException("no answer");
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
