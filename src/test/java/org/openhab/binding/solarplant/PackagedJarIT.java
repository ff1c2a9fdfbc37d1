/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhab.binding.solarplant.sim.Framing;
import org.openhab.binding.solarplant.sim.MapImage;
import org.openhab.binding.solarplant.sim.ModbusSimulator;
import org.openhab.binding.solarplant.sim.SimulatorOptions;

/** What is shipped: nothing but the add-on and what it needs of j2mod. */
@NonNullByDefault
class PackagedJarIT {

    private static final int JAVA_21 = 65;
    private static final String ROOT = "org/openhab/binding/solarplant/";
    private static final String J2MOD = "com/ghgande/j2mod/modbus/";
    private static final List<String> CONTENT = List.of(ROOT, J2MOD, "OH-INF/", "OSGI-INF/", "META-INF/",
            "profiles/");
    private static final Pattern OPENHAB_IMPORT = Pattern
            .compile("(org\\.openhab\\.core[\\w.]*)(;version=\"([^\"]*)\")?");
    private static final Path FILE = Path.of(System.getProperty("bundle.jar", ""));

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(FILE.toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    private List<String> files() {
        return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();
    }

    private List<String> classes() {
        return files().stream().filter(name -> name.endsWith(".class")).toList();
    }

    private String header(String name) throws IOException {
        return Objects.requireNonNullElse(jar.getManifest().getMainAttributes().getValue(name), "");
    }

    private InputStream stream(String name) throws IOException {
        return jar.getInputStream(jar.getEntry(name));
    }

    @Test
    void holdsTheAddOnAndNothingElse() {
        List<String> strangers = files().stream().filter(name -> CONTENT.stream().noneMatch(name::startsWith)).toList();
        assertEquals(List.of(), strangers);
        assertTrue(files().stream().noneMatch(name -> name.startsWith(ROOT + "sim/") || name.startsWith(ROOT + "demo/")
                || name.startsWith(ROOT + "host/")), "no simulator and no demo");
        assertTrue(files().containsAll(List.of("OH-INF/addon/addon.xml", "OH-INF/i18n/solarplant.properties",
                "profiles/solax/models.json")));
    }

    @Test
    void everyCompiledClassIsIn() throws IOException {
        Path compiled = Path.of(System.getProperty("project.basedir", "."), "target", "classes");
        try (Stream<Path> all = Files.walk(compiled)) {
            List<String> expected = all.map(file -> compiled.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class")).sorted().toList();
            assertEquals(expected, classes().stream().filter(name -> name.startsWith(ROOT)).sorted().toList());
        }
    }

    @Test
    void ofJ2modOnlyTheTcpMasterIsIn() {
        List<String> j2mod = classes().stream().filter(name -> name.startsWith(J2MOD)).toList();
        assertTrue(j2mod.contains(J2MOD + "io/ModbusTCPTransport.class"));
        assertTrue(j2mod.contains(J2MOD + "io/ModbusRTUTCPTransport.class"));
        Pattern unwanted = Pattern.compile(
                ".*(Serial(?!Diagnostics)|ASCII|UDP|Slave(?!Exception|ID)|Listener|Master(?!Connection)|ModPoll).*");
        assertEquals(List.of(), j2mod.stream().filter(unwanted.asMatchPredicate()).toList());
        assertEquals(List.of(J2MOD + "net/TCPMasterConnection.class"),
                j2mod.stream().filter(name -> name.startsWith(J2MOD + "net/")).toList());
    }

    @Test
    void namesItselfAndExportsNothing() throws IOException {
        assertEquals("org.openhab.binding.solarplant", header("Bundle-SymbolicName"));
        assertEquals("2", header("Bundle-ManifestVersion"));
        assertEquals("EPL-2.0", header("Bundle-License"));
        assertEquals("", header("Export-Package"));
        assertTrue(header("Require-Capability").contains("(version=21)"), header("Require-Capability"));
    }

    @Test
    void importsOpenHabInItsRange() throws IOException {
        String imports = header("Import-Package");
        List<String> found = OPENHAB_IMPORT.matcher(imports).results()
                .map(match -> match.group(1) + " " + match.group(3)).toList();
        assertFalse(found.isEmpty());
        assertEquals(List.of(), found.stream().filter(one -> !one.endsWith(" [5.2,6)")).toList());
        for (String needed : List.of("com.google.gson;", "org.slf4j;", "javax.measure;")) {
            assertTrue(imports.contains(needed), needed);
        }
        for (String unwanted : List.of("com.ghgande", "com.fazecast", "gnu.io", "org.eclipse.jdt",
                "org.openhab.binding")) {
            assertFalse(imports.contains(unwanted), unwanted);
        }
    }

    @Test
    void classFilesAreOfJava21() throws IOException {
        for (String name : classes()) {
            try (DataInputStream in = new DataInputStream(stream(name))) {
                assertEquals(0xCAFEBABE, in.readInt(), name);
                in.readUnsignedShort();
                int version = in.readUnsignedShort();
                assertTrue(name.startsWith(ROOT) ? version == JAVA_21 : version <= JAVA_21, name + " is " + version);
            }
        }
    }

    @Test
    void everyComponentHasItsDescription() throws IOException {
        List<String> descriptions = List.of(header("Service-Component").split(","));
        for (String description : descriptions) {
            assertNotNull(jar.getEntry(description), description);
            String xml = new String(stream(description).readAllBytes(), StandardCharsets.UTF_8);
            String type = Path.of(description).getFileName().toString().replace(".xml", "");
            assertTrue(xml.contains("class=\"" + type + "\""), xml);
            assertNotNull(jar.getEntry(type.replace('.', '/') + ".class"), type);
        }
        Path sources = Path.of(System.getProperty("project.basedir", "."), "src", "main", "java");
        try (Stream<Path> all = Files.walk(sources)) {
            List<String> components = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(PackagedJarIT::isComponent)
                    .map(file -> "OSGI-INF/" + sources.relativize(file).toString().replace('\\', '/').replace('/', '.')
                            .replaceFirst("java$", "xml"))
                    .sorted().toList();
            assertEquals(components, descriptions.stream().sorted().toList());
        }
    }

    private static boolean isComponent(Path file) {
        try {
            return Files.readString(file).lines().anyMatch(line -> line.startsWith("@Component"));
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /** Nothing but the JAR, the JDK and what the transport imports. */
    private static URLClassLoader alone() throws IOException {
        ClassLoader test = PackagedJarIT.class.getClassLoader();
        ClassLoader imports = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(@Nullable String name) throws ClassNotFoundException {
                if (name != null && (name.startsWith("org.slf4j.") || name.startsWith("org.eclipse.jdt."))) {
                    return test.loadClass(name);
                }
                throw new ClassNotFoundException(name);
            }
        };
        return new URLClassLoader(new URL[]{FILE.toUri().toURL()}, imports);
    }

    @Test
    void everyClassOfJ2modThatIsInCanBeUsed() throws IOException {
        try (URLClassLoader loader = alone()) {
            for (String name : classes().stream().filter(one -> one.startsWith(J2MOD)).toList()) {
                String type = name.replace(".class", "").replace('/', '.');
                assertDoesNotThrow(() -> Class.forName(type, true, loader), type);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void shippedTransportReadsAndWritesRegisters(Framing framing) throws Exception {
        SimulatorOptions options = SimulatorOptions.modbusTcp().framing(framing)
                .anyUnit(MapImage.of(Map.of(0, 7), Map.of(5, 42)));
        try (ModbusSimulator simulator = ModbusSimulator.start(options); URLClassLoader loader = alone()) {
            String room = "org.openhab.binding.solarplant.internal.transport.";
            Class<?> framings = loader.loadClass(room + "Framing");
            Class<?> spaces = loader.loadClass(room + "RegisterSpace");
            Class<?> tickers = loader.loadClass(room + "Ticker");
            Object endpoint = loader.loadClass(room + "ModbusEndpoint").getConstructors()[0].newInstance("127.0.0.1",
                    simulator.port(), framings.getEnumConstants()[framing.ordinal()], Duration.ofSeconds(2),
                    Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO);
            Object transport = loader.loadClass(room + "ModbusTcpTransport")
                    .getConstructor(endpoint.getClass(), tickers)
                    .newInstance(endpoint, tickers.getField("SYSTEM").get(null));
            try (AutoCloseable closing = (AutoCloseable) transport) {
                var read = closing.getClass().getMethod("read", int.class, spaces, int.class, int.class);
                Object[] each = spaces.getEnumConstants();
                assertArrayEquals(new int[]{42}, (int[]) read.invoke(closing, 1, each[0], 5, 1));
                assertArrayEquals(new int[]{7}, (int[]) read.invoke(closing, 1, each[1], 0, 1));
                Class<?> functions = loader.loadClass(room + "WriteFunction");
                var write = closing.getClass().getMethod("write", int.class, functions, int.class, int[].class);
                for (Object function : functions.getEnumConstants()) {
                    write.invoke(closing, 1, function, 0, new int[]{4711});
                    assertArrayEquals(new int[]{4711}, (int[]) read.invoke(closing, 1, each[1], 0, 1));
                }
            }
        }
    }
}
