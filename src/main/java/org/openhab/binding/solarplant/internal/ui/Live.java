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

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An item in the expressions of Main UI. While its state is unknown its number counts as 0, so that nothing flows and
 * no bar is drawn, and its text is a dash.
 *
 * @param item its name, which openHAB allows letters, digits and underscores only
 */
@NonNullByDefault
record Live(String item) {

    /** Its number, in its own unit. */
    String number() {
        return "(items." + item + ".numericState || 0)";
    }

    /** Its number in percent. An item without a unit of its own counts from 0 to 1, and its unit is called one. */
    String percent() {
        return "(" + number() + " * (items." + item + ".unit === 'one' ? 100 : 1))";
    }

    /** Whether its state is unknown. */
    String unknown() {
        String state = "items." + item + ".state";
        return "(" + state + " === 'UNDEF' || " + state + " === 'NULL')";
    }

    /** What is shown of it. */
    private String text() {
        String name = "items." + item;
        return "(" + unknown() + " ? '–' : " + name + ".displayState || "
                + name + ".state)";
    }

    /** The expression that gives its text. */
    String shown() {
        return "=" + text();
    }

    /** The expression that gives its text without a sign, for where a word says the direction. */
    String unsigned() {
        return "=" + text() + ".replace('-', '')";
    }

    /** A text as an expression has it. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
