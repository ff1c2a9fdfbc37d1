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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

/** What the demo finds in its class path for the framework. */
@NonNullByDefault
class ClassPathTest {

    @Test
    void readsExportHeaders() {
        assertEquals(Map.of("a.b", "1.2.3", "c", "0.0.0", "d.e", "2.0.0.x"), ExportHeader
                .packages("a.b;version=\"1.2.3\";uses:=\"x,y\",c;uses:=\"a.b\", d.e;x=y;version=2.0.0.x"));
    }

    @Test
    void findsWhatOpenHabProvides() {
        Map<String, String> exports = ClassPath.ofThisProgram().exports("5.2.1");
        assertEquals("5.2.1", exports.get("org.openhab.core.thing"));
        assertTrue(exports.containsKey("org.slf4j"));
        assertTrue(exports.containsKey("javax.measure.quantity"));
        assertTrue(exports.containsKey("tech.units.indriya"));
        assertTrue(exports.keySet().stream().noneMatch(name -> name.startsWith("org.openhab.binding")));
    }

    @Test
    void findsBundlesByName() {
        ClassPath classPath = ClassPath.ofThisProgram();
        assertTrue(classPath.bundle("org.apache.felix.scr").toString().endsWith(".jar"));
        assertThrows(IllegalStateException.class, () -> new ClassPath(List.of()).bundle("org.apache.felix.scr"));
    }
}
