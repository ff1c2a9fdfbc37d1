/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Finds the fewest requests for a set of registers. Taking from the lowest address on as much as one request may hold is
 * optimal, since no value may be torn apart (solax.md §4). Reserved gaps are read across, which costs nothing, unless
 * they are wider than the family likes or the device turned out to refuse them. Where a family has pages, those that hold something wanted are read whole.
 */
@NonNullByDefault
final class ReadPlanner {

    private static final Comparator<Register> BY_PLACE = Comparator.comparing(Register::space)
            .thenComparingInt(Register::address).thenComparingInt(Register::end);

    /** One request, and the registers for whose sake it is made. */
    record Request(Block block, List<Register> registers) {
        static Request around(List<Register> registers) {
            return new Request(Block.around(registers), registers);
        }
    }

    private final int blockSize;
    private final int gap;
    private final List<Block> pages;
    private final List<Register> refused = new ArrayList<>();
    private final Set<Block> refusedPages = new HashSet<>();
    private final Set<Register> cuts = new HashSet<>();
    private @Nullable List<Register> planned;
    private int plannedFor;
    private List<Request> plan = List.of();

    /**
     * @param blockSize the most registers that one request may ask for
     * @param gap the most registers that nobody wants and that a request still reads across
     * @param pages what the device wants to be read as a whole; none if it answers whatever it is asked
     */
    ReadPlanner(int blockSize, int gap, List<Block> pages) {
        this.blockSize = blockSize;
        this.gap = gap;
        this.pages = pages;
    }

    /** A planner for devices of this family of which the model is not known yet. */
    static ReadPlanner of(Profile profile) {
        return new ReadPlanner(profile.blockSize(), profile.gap(),
                profile.pages().stream().map(Page::block).toList());
    }

    /** A planner for devices of this model. */
    static ReadPlanner of(RegisterMap map) {
        return new ReadPlanner(map.profile().blockSize(), map.profile().gap(), map.pages());
    }

    /**
     * The fewest requests for these registers.
     *
     * @param most the most registers that the wire answers at once; pages are asked for as they are
     */
    List<Request> plan(List<Register> wanted, int most) {
        // from poll to poll the same list is wanted
        if (wanted != planned || most != plannedFor) {
            List<Register> readable = wanted.stream().filter(this::isReadable).sorted(BY_PLACE).toList();
            plan = pages.isEmpty() ? tight(readable, Math.min(blockSize, most)) : whole(readable);
            planned = wanted;
            plannedFor = most;
        }
        return plan;
    }

    private List<Request> whole(List<Register> wanted) {
        return pages.stream().filter(page -> !refusedPages.contains(page))
                .map(page -> new Request(page, wanted.stream().filter(page::covers).toList()))
                .filter(request -> !request.registers.isEmpty()).toList();
    }

    private List<Request> tight(List<Register> wanted, int size) {
        List<Request> requests = new ArrayList<>();
        List<Register> block = new ArrayList<>();
        for (Register register : wanted) {
            if (!block.isEmpty() && !fits(block, register, size)) {
                requests.add(Request.around(block));
                block = new ArrayList<>();
            }
            block.add(register);
        }
        if (!block.isEmpty()) {
            requests.add(Request.around(block));
        }
        return requests;
    }

    boolean isPage(Block block) {
        return pages.contains(block);
    }

    /** The device does not have this page; what lies on it is not asked for alone. */
    void refuse(Block page) {
        refusedPages.add(page);
        planned = null;
    }

    /** The device answered nothing but refusals to requests for this register alone. */
    void refuse(Register register) {
        refused.add(register);
        planned = null;
    }

    /** No request may reach across the gap before this register. */
    void cutBefore(Register register) {
        cuts.add(register);
        planned = null;
    }

    /** Whether nothing was refused so far. */
    boolean isFresh() {
        return refused.isEmpty() && refusedPages.isEmpty() && cuts.isEmpty();
    }

    void forget() {
        refused.clear();
        refusedPages.clear();
        cuts.clear();
        planned = null;
    }

    private boolean isReadable(Register register) {
        return refused.stream().noneMatch(register::overlaps);
    }

    private boolean fits(List<Register> block, Register next, int size) {
        Register first = block.getFirst();
        return next.space() == first.space() && next.end() - first.address() <= size
                && next.address() - Block.around(block).end() <= gap
                && refused.stream().noneMatch(bad -> isBetween(first, bad, next))
                && cuts.stream().noneMatch(cut -> isBetween(first, cut, next) || cut.address() == next.address()
                        && cut.space() == next.space() && first.address() < next.address());
    }

    private static boolean isBetween(Register first, Register other, Register next) {
        return other.space() == first.space() && other.address() > first.address() && other.address() < next.address();
    }
}
