import { draw, power } from "./flow.js";
import { json } from "./json.js";
import { element, show } from "./things.js";

const EVERY = 1000;
let next = 0;
const TILES = [
    ["Solar today", "energy#pv-today"],
    ["House today", "energy#load-today"],
    ["Imported today", "energy#import-today"],
    ["Exported today", "energy#export-today"],
    ["Charged today", "energy#charge-today"],
    ["Discharged today", "energy#discharge-today"],
    ["Self-sufficiency", "ratio#self-sufficiency"],
    ["Self-consumption", "ratio#self-consumption"],
];

function channel(thing, id) {
    return thing?.channels.find(candidate => candidate.id === id);
}

function figure(thing, id) {
    const found = channel(thing, id);
    const value = found ? Number(found.state) : NaN;
    return Number.isFinite(value) ? value : null;
}

/** What all EV chargers take together; null where nobody tells. The house's power has it in it. */
function charging(chargers) {
    const told = chargers.map(charger => figure(charger, "charger#power")).filter(watts => watts !== null);
    return told.length ? told.reduce((sum, watts) => sum + watts) : null;
}

function overview(plant, chargers) {
    const figures = {
        pv: figure(plant, "pv#power"),
        grid: figure(plant, "grid#power"),
        battery: figure(plant, "battery#power"),
        charge: figure(plant, "battery#state-of-charge"),
        load: figure(plant, "load#power"),
        ev: charging(chargers),
    };
    draw(figures);
    const title = plant?.label ?? "Solar Plant";
    document.getElementById("title").textContent = title;
    document.title = figures.load === null ? title : `${power(figures.load).join(" ")} · ${title}`;
    const known = TILES.filter(([, id]) => figure(plant, id) !== null);
    document.getElementById("tiles").replaceChildren(...(known.length ? known : TILES).map(([label, id]) => {
        const tile = element("div");
        const value = figure(plant, id);
        const number = element("dd", "", value === null ? "–" : value.toFixed(value < 100 && channel(plant, id).unit === "kWh" ? 1 : 0));
        if (value !== null) {
            number.append(" ", element("span", "unit", channel(plant, id).unit));
        }
        tile.append(element("dt", "", label), number);
        return tile;
    }));
}

/** The plant that a thing belongs to: the third part of its UID. */
function plantOf(uid) {
    return uid.split(":")[2];
}

/** The links to the plants, where there are several; the plant that was chosen, else the one with the most things. */
function chosen(things) {
    const plants = things.filter(thing => thing.type === "plant");
    const size = plant => things.filter(thing => plantOf(thing.uid) === plantOf(plant.uid)).length;
    const asked = decodeURIComponent(location.hash.slice(1));
    const plant = plants.find(candidate => plantOf(candidate.uid) === asked)
        ?? plants.toSorted((one, other) => size(other) - size(one))[0];
    const nav = document.getElementById("plants");
    nav.hidden = plants.length < 2;
    const shown = JSON.stringify(plants.map(candidate => [candidate.uid, candidate.label, candidate === plant]));
    if (nav.dataset.shown !== shown) {
        nav.dataset.shown = shown;
        nav.replaceChildren(...plants.map(candidate => {
            const link = element("a", "", candidate.label);
            link.href = "#" + encodeURIComponent(plantOf(candidate.uid));
            if (candidate === plant) {
                link.setAttribute("aria-current", "page");
            }
            return link;
        }));
    }
    return plant;
}

function inbox(entries) {
    const section = document.getElementById("inbox");
    section.hidden = entries.length === 0;
    section.querySelector("ul").replaceChildren(...entries.map(entry => element("li", "", `${entry.label} (${entry.uid})`)));
}

function live(state, text) {
    const line = document.getElementById("live");
    line.className = state;
    line.textContent = text;
}

async function refresh() {
    try {
        const [things, found] = await Promise.all([json("api/things"), json("api/inbox")]);
        const plant = chosen(things);
        const isHere = thing => !plant || plantOf(thing.uid) === plantOf(plant.uid);
        const here = things.filter(isHere);
        overview(plant, here.filter(thing => thing.type === "ev-charger"));
        show(here, document.getElementById("things"));
        inbox(found.filter(isHere));
        const online = things.filter(thing => thing.status === "ONLINE").length;
        live("on", `${online} of ${things.length} things online · ${new Date().toLocaleTimeString("sv")}`);
    } catch (error) {
        live("off", "the demo does not answer");
    }
    clearTimeout(next);
    next = setTimeout(refresh, EVERY);
}

window.addEventListener("hashchange", refresh);

refresh();
