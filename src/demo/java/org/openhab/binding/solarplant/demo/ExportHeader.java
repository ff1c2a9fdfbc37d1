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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Reads the Export-Package header of a bundle. */
@NonNullByDefault
final class ExportHeader {
    private static final Pattern CLAUSE = Pattern.compile("([^,;\"]+)((?:;[^,;\"]*(?:\"[^\"]*\"[^,;\"]*)?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";\\s*version=\"?([0-9A-Za-z._-]+)\"?");

    private ExportHeader() {}

    /** Packages and their versions. */
    static Map<String, String> packages(String header) {
        Map<String, String> packages = new LinkedHashMap<>();
        Matcher clause = CLAUSE.matcher(header);
        while (clause.find()) {
            Matcher version = VERSION.matcher(clause.group(2));
            packages.put(clause.group(1).strip(), version.find() ? version.group(1) : "0.0.0");
        }
        return packages;
    }
}
