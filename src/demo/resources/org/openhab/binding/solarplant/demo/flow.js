// The picture of the energy flow: thickness and speed by power, direction by sign.

/** The power of the thickest line in W, unless a larger one flows. */
const FULL = 6000;

export function power(watts) {
    if (watts === null) {
        return ["–", ""];
    }
    const size = Math.abs(watts);
    return size < 1000 ? [size.toFixed(0), "W"] : [(size / 1000).toFixed(size < 10000 ? 2 : 1), "kW"];
}

/** Draws figures {pv, grid, battery, charge, load, ev}: W and %, null where unknown, positive into the house. */
export function draw(figures) {
    const full = Math.max(FULL, ...[figures.pv, figures.grid, figures.battery, figures.load].map(watts => Math.abs(watts ?? 0)));
    node("pv", figures.pv, "Solar", full);
    node("grid", figures.grid, directed(figures.grid, "Import", "Export", "Grid"), full);
    node("battery", figures.battery, battery(figures), full);
    node("load", figures.load, "House", full);
    node("ev", figures.ev, "EV charger", full);
    document.getElementById("part-ev").toggleAttribute("hidden", figures.ev === null);
    ring(document.getElementById("charge"), 0, figures.charge ?? 0);
    shares(figures);
}

function node(name, watts, label, full) {
    const group = document.getElementById("node-" + name);
    const [value, unit] = power(watts);
    group.classList.toggle("none", watts === null);
    group.querySelector(".value").textContent = value + (unit ? " " + unit : "");
    group.querySelector(".name").textContent = label;

    const flow = document.getElementById("flow-" + name);
    const strength = Math.min(1, Math.abs(watts ?? 0) / full);
    const runs = Math.abs(watts ?? 0) >= 5;
    const width = runs ? 6 + 16 * Math.sqrt(strength) : 0;
    document.getElementById("pipe-" + name).style.strokeWidth = width;
    flow.style.strokeWidth = 0.5 * width;
    // in steps, since a changed duration makes the dots jump
    flow.style.animationDuration = [2.6, 2, 1.5, 1.1, 0.8][Math.round(4 * Math.sqrt(strength))] + "s";
    flow.classList.toggle("back", (watts ?? 0) < 0);
}

function directed(watts, positive, negative, none) {
    return Math.abs(watts ?? 0) < 5 ? none : watts > 0 ? positive : negative;
}

function battery({ battery: watts, charge }) {
    const doing = directed(watts, "out", "in", "");
    const level = charge === null ? "Battery" : Math.round(charge) + " %";
    return doing ? level + " · " + doing : level;
}

/** What feeds the house, as parts of its ring. */
function shares({ pv, grid, battery }) {
    const parts = { pv: Math.max(0, pv ?? 0), battery: Math.max(0, battery ?? 0), grid: Math.max(0, grid ?? 0) };
    const sum = parts.pv + parts.battery + parts.grid;
    let start = 0;
    for (const [name, part] of Object.entries(parts)) {
        const length = sum > 0 ? 100 * part / sum : 0;
        ring(document.getElementById("share-" + name), start, length);
        start += length;
    }
}

function ring(circle, start, length) {
    circle.style.strokeDasharray = length + " " + (100 - length);
    circle.style.strokeDashoffset = -start;
}
