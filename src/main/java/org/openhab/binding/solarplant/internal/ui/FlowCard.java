/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Where power comes from and where it goes: a drawing with a node for each place, joined by a hub. */
@NonNullByDefault
final class FlowCard {

    private static final String SUN = "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1 -6 0M0-13V-9M0 13V9M-13 0H-9M13 0H9"
            + "M-9-9L-6.5-6.5M9 9L6.5 6.5M-9 9L-6.5 6.5M9-9L6.5-6.5";
    private static final String PYLON = "M-8 13L-2-13H2L8 13M-10-6H10M-12 1H12M-6 4L6 13M6 4L-6 13";
    private static final String CELL = "M-11-6H9V6H-11ZM9-2H12V2H9M-5-2V2M0-2V2";
    private static final String HOUSE = "M-12 0L0-11L12 0M-8-3V10H8V-3";

    private static final int HUB_X = 240;
    private static final int HUB_Y = 166;
    private static final int RADIUS = 52;

    private static final Node PV = new Node("pv#power", "page.solar", "page.solar", "page.solar", Colours.PV, SUN,
            HUB_X, 60,
            new Pipe("M240 112V154", "M240 154V112", 240, 133, 90));
    private static final Node GRID = new Node("grid#power", "page.grid", "page.import", "page.export", Colours.GRID,
            PYLON, 64,
            HUB_Y,
            new Pipe("M116 166H228", "M228 166H116", 172, 166, 0));
    private static final Node BATTERY = new Node("battery#power", "page.battery", "page.discharge", "page.charge",
            Colours.BATTERY,
            CELL, HUB_X, 272, new Pipe("M240 220V178", "M240 178V220", 240, 199, 270));
    private static final Node LOAD = new Node("load#power", "page.house", "page.house", "page.house", Colours.LOAD,
            HOUSE, 416, HUB_Y,
            new Pipe("M252 166H364", "M364 166H252", 308, 166, 0));

    /**
     * A place of power.
     *
     * @param channel of the plant; its sign is that of the plant: into the house is positive
     * @param name what it is called while its power is unknown
     * @param positive what it is called while its power is positive or nothing
     * @param negative what it is called while its power is negative
     * @param icon a path around its centre
     */
    private record Node(String channel, String name, String positive, String negative, String colour, String icon,
            int x, int y,
            Pipe pipe) {}

    /**
     * The way between a node and the hub.
     *
     * @param forth path that positive power takes
     * @param back the same path from its other end
     * @param x of its middle, as y is
     * @param angle of the way forth, in degrees from the right clockwise
     */
    private record Pipe(String forth, String back, int x, int y, int angle) {

        /** Moves an arrow that points to the right to the middle, and turns it. */
        String turned(int by) {
            return Live.literal("translate(" + x + " " + y + ") rotate(" + (angle + by) % 360 + ")");
        }
    }

    private FlowCard() {}

    /** The card; nothing where no power has an item. */
    static Optional<Element> of(Shown plant) {
        List<Element> pipes = new ArrayList<>();
        List<Element> nodes = new ArrayList<>();
        for (Node node : List.of(PV, GRID, BATTERY, LOAD)) {
            plant.item(node.channel).ifPresent(power -> {
                pipes.addAll(pipe(node, power));
                nodes.add(node(plant, node, power));
            });
        }
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        plant.item("battery#state-of-charge").filter(charge -> plant.item(BATTERY.channel).isPresent())
                .ifPresent(charge -> nodes.add(charge(charge)));
        List<Element> parts = new ArrayList<>(pipes);
        parts.add(Element.of("circle").with("cx", HUB_X).with("cy", HUB_Y).with("r", 9).with("fill", "currentColor")
                .with("fill-opacity", 0.35));
        parts.addAll(nodes);
        return Optional.of(Parts.card(plant.text("page.flow"),
                List.of(Element.of("svg").with("viewBox", "8 4 464 324").with("role", "img")
                        .with("aria-label", plant.text("page.flow"))
                        .with("style",
                                Parts.style("display", "block", "width", "100%", "max-width", "560px", "margin",
                                        "auto"))
                        .holding(Element.DEFAULT, parts))));
    }

    private static List<Element> pipe(Node node, Live power) {
        Element track = Element.of("path").with("d", node.pipe.forth).with("fill", "none")
                .with("stroke", "currentColor").with("stroke-opacity", 0.12).with("stroke-width", 6)
                .with("stroke-linecap", "round");
        return List.of(track, flow(node, node.pipe.forth, power.number() + " > 0"),
                flow(node, node.pipe.back, power.number() + " < 0"), arrow(node, power));
    }

    /** Dots that move along a path. */
    private static Element flow(Node node, String path, String condition) {
        return Element.of("path").with("visible", "=" + condition).with("d", path).with("fill", "none")
                .with("stroke", node.colour).with("stroke-width", 5).with("stroke-linecap", "round")
                .with("stroke-dasharray", "0.1 14")
                .holding(Element.of("animate").with("attributeName", "stroke-dashoffset").with("from", "14.1")
                        .with("to", "0").with("dur", "1.2s").with("repeatCount", "indefinite"));
    }

    /** Says the direction where nothing moves, as on paper. */
    private static Element arrow(Node node, Live power) {
        return Element.of("path").with("visible", "=" + power.number() + " !== 0").with("d", "M-4-6L4 0L-4 6")
                .with("fill", "none").with("stroke", node.colour).with("stroke-width", 3)
                .with("stroke-linecap", "round").with("stroke-linejoin", "round").with("transform",
                        "=" + power.number() + " < 0 ? " + node.pipe.turned(180) + " : " + node.pipe.turned(0));
    }

    private static Element node(Shown plant, Node node, Live power) {
        String name = node.positive.equals(node.negative)
                ? plant.text(node.positive)
                : "=" + power.unknown() + " ? " + Live.literal(plant.text(node.name)) + " : " + power.number()
                        + " < 0 ? " + Live.literal(plant.text(node.negative)) + " : "
                        + Live.literal(plant.text(node.positive));
        return Element.of("g").with("transform", "translate(" + node.x + " " + node.y + ")").holding(
                Element.of("circle").with("r", RADIUS).with("fill", node.colour).with("fill-opacity", 0.08)
                        .with("stroke", node.colour).with("stroke-opacity", 0.45).with("stroke-width", 3),
                Element.of("path").with("d", node.icon).with("transform", "translate(0 -21)").with("fill", "none")
                        .with("stroke", node.colour).with("stroke-width", 2).with("stroke-linecap", "round")
                        .with("stroke-linejoin", "round"),
                label(power.unsigned(), 11, 14, 600), label(name, 28, 11, 400).with("fill-opacity", 0.7));
    }

    private static Element label(String content, int y, int size, int weight) {
        return Element.of("text").with("y", y).with("text-anchor", "middle").with("fill", "currentColor")
                .with("font-size", size).with("font-weight", weight).with("content", content);
    }

    /** A ring around the battery that is as long as its state of charge. */
    private static Element charge(Live charge) {
        return Element.of("circle").with("transform", "translate(" + BATTERY.x + " " + BATTERY.y + ") rotate(-90)")
                .with("r", RADIUS)
                .with("pathLength", 100).with("fill", "none").with("stroke", BATTERY.colour).with("stroke-width", 5)
                .with("stroke-dasharray", "=" + charge.percent() + " + ' 100'");
    }
}
