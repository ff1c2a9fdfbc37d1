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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.openhab.binding.solarplant.sim.DayCurve;
import org.openhab.binding.solarplant.sim.Fault;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.RegisterImage;
import org.openhab.binding.solarplant.sim.Site;
import org.openhab.binding.solarplant.sim.SolaxImage;
import org.openhab.binding.solarplant.sim.SolaxModel;

/** Simulated X3-Hybrid-G4 in a process of their own, so that what they cost is not taken for what the binding costs. */
@NonNullByDefault
public final class Simulators implements AutoCloseable {

    private static final Instant NOON = Instant.parse("2026-06-21T11:30:00Z");

    private final Process process;
    private final List<Integer> ports;

    private Simulators(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /** So many inverters, each of which takes so long for an answer; busy ones measure other values all the time. */
    static Simulators start(int count, Duration delay, boolean busy) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Simulators.class.getName(), Integer.toString(count),
                Long.toString(delay.toMillis()), Boolean.toString(busy))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = Objects.requireNonNull(out.readLine(), "the simulators did not start");
        return new Simulators(process, Stream.of(line.split(" ")).map(Integer::valueOf).toList());
    }

    List<Integer> ports() {
        return ports;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The image of the n-th inverter. */
    static RegisterImage image(int number, boolean busy) {
        SolaxModel model = new SolaxModel("H34A10BENCH%03d".formatted(number), 3, 10_000, 6);
        RegisterImage still = new SolaxImage(model, new DayCurve(Site.home(ZoneOffset.UTC)),
                Clock.fixed(NOON, ZoneOffset.UTC)).frozen();
        return busy ? new BusyImage(still) : still;
    }

    /** Runs until the process that started this one ends or wants no more. */
    public static void main(String[] arguments) throws IOException {
        List<ModbusSimulator> simulators = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            ModbusSimulator simulator = ModbusSimulator.serve(image(i, Boolean.parseBoolean(arguments[2])));
            long delay = Long.parseLong(arguments[1]);
            if (delay > 0) {
                simulator.faults().add(new Fault.Latency(Duration.ofMillis(delay)));
            }
            simulators.add(simulator);
        }
        System.out.println(simulators.stream().map(simulator -> Integer.toString(simulator.port()))
                .collect(Collectors.joining(" ")));
        while (System.in.read() >= 0) {
            // the end of the stream is the end of who started this
        }
        simulators.forEach(ModbusSimulator::close);
    }
}
