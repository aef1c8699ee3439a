// The park on one map. Thousands of objects lie in sources of MapLibre, never in the page; what has changed since the last look comes as a short list.
import { boundsOf, element, inkOn, load, mapOn, shapeLayers } from "../../EcoPark.Web/js/map.js";

const empty = { type: "FeatureCollection", features: [] };
const collection = features => ({ type: "FeatureCollection", features });
const font = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const ratio = 2;
const paths = { square: "M-12-12h24v24h-24z", diamond: "M0-15L15 0L0 15L-15 0z", triangle: "M0-14L15 12H-15z", circle: "M0-13a13 13 0 1 0 .01 0z" };
const nameOf = sign => JSON.stringify(sign);

/** A sign as pixels, made when it is first met: form, colour, mark, and a badge at its corner. */
function drawn([form, colour, mark, badge, badgeColour]) {
    const size = 46;
    const canvas = Object.assign(document.createElement("canvas"), { width: size * ratio, height: size * ratio });
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    pen.translate(size / 2, size / 2);
    const write = (text, x, y, height, on) => {
        Object.assign(pen, { fillStyle: inkOn(on), font: `600 ${height}px ${font}`, textAlign: "center", textBaseline: "middle" });
        pen.fillText(text, x, y + 0.5);
    };
    const shape = new Path2D(paths[form] ?? paths.circle);
    // A dark and a light edge: pale colours of the standards are seen on any ground.
    for (const [edge, width] of [["rgba(0,0,0,.55)", 4], ["#fff", 2]]) {
        Object.assign(pen, { strokeStyle: edge, lineWidth: width, lineJoin: "round" });
        pen.stroke(shape);
    }
    pen.fillStyle = colour;
    pen.fill(shape);
    write(mark, 0, 0, [0, 14, 12, 11, 9][mark.length] ?? 8, colour);
    if (badge) {
        pen.beginPath();
        pen.arc(13, -13, 8.5, 0, 7);
        Object.assign(pen, { fillStyle: badgeColour, strokeStyle: "#fff", lineWidth: 1.5 });
        pen.fill();
        pen.stroke();
        write(badge, 13, -13, 11, badgeColour);
    }
    return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** An arrow that points up; the layer turns it. */
function arrow() {
    const size = 40;
    const canvas = Object.assign(document.createElement("canvas"), { width: size * ratio, height: size * ratio });
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const shape = new Path2D("M20 3L28 15H22.500V37H17.500V15H12z");
    Object.assign(pen, { strokeStyle: "#fff", lineWidth: 3, fillStyle: "#1f5f99" });
    pen.stroke(shape);
    pen.fill(shape);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
}

const isOne = ["!", ["has", "point_count"]];
const text = { "text-font": ["sans-serif"], "text-size": 12, "text-max-width": 40 };
const own = [
    { id: "names", type: "symbol", source: "names", layout: { ...text, "text-field": ["get", "name"] } },
    { id: "overlay-areas", type: "fill", source: "overlay", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": "#8a3ffc", "fill-opacity": 0.12 } },
    { id: "overlay-lines", type: "line", source: "overlay", filter: ["in", ["geometry-type"], ["literal", ["Polygon", "LineString"]]], paint: { "line-color": "#8a3ffc", "line-width": 2.5 } },
    { id: "chosen-shape", type: "line", source: "shapes", filter: ["==", ["get", "id"], ""], paint: { "line-color": "#8a3ffc", "line-width": 5 } },
    { id: "chosen", type: "circle", source: "points", filter: ["==", ["get", "id"], ""], paint: { "circle-radius": 21, "circle-color": "rgba(138,63,252,.25)", "circle-stroke-color": "#8a3ffc", "circle-stroke-width": 3 } },
    { id: "arrows", type: "symbol", source: "overlay", filter: ["==", ["get", "kind"], "arrow"], layout: { "icon-image": "arrow", "icon-rotate": ["get", "turn"], "icon-rotation-alignment": "map", "icon-allow-overlap": true, "icon-offset": [0, -26], "icon-size": ["get", "size"] } },
    {
        id: "clusters", type: "circle", source: "points", filter: ["has", "point_count"],
        paint: { "circle-radius": ["step", ["get", "point_count"], 15, 20, 19, 100, 24], "circle-color": ["match", ["get", "worst"], 24, "#b3261e", 23, "#b84a00", 22, "#ffd54a", "#27567d"], "circle-stroke-color": "#fff", "circle-stroke-width": 2 }
    },
    { id: "counts", type: "symbol", source: "points", filter: ["has", "point_count"], layout: { ...text, "text-field": ["get", "point_count_abbreviated"], "text-allow-overlap": true }, paint: { "text-color": ["match", ["get", "worst"], 22, "#000", "#fff"] } },
    {
        id: "points", type: "symbol", source: "points", filter: isOne,
        layout: { ...text, "icon-image": ["get", "icon"], "icon-allow-overlap": true, "symbol-sort-key": ["get", "rank"], "text-field": ["get", "name"], "text-anchor": "top", "text-offset": [0, 1.3], "text-optional": true }
    },
    { id: "overlay-dots", type: "circle", source: "overlay", filter: ["==", ["get", "kind"], "dot"], paint: { "circle-radius": 5, "circle-color": "#fff", "circle-stroke-color": "#8a3ffc", "circle-stroke-width": 3 } },
    { id: "overlay-texts", type: "symbol", source: "overlay", filter: ["has", "text"], layout: { ...text, "text-size": 13, "text-field": ["get", "text"], "text-anchor": "left", "text-offset": [0.8, 0], "text-allow-overlap": true } }
];
const named = ["names", "points", "overlay-texts"];

export async function create(host, owner, base, start) {
    if (!document.createElement("canvas").getContext("webgl2"))
        return null;
    await load(false);
    const map = mapOn(host, base, { localIdeographFontFamily: font, ...(start ? { bounds: undefined, center: [start.longitude, start.latitude], zoom: start.zoom } : {}) });
    await map.once("load");
    map.addImage("arrow", arrow(), { pixelRatio: ratio });
    map.on("styleimagemissing", ({ id }) => {
        if (id.startsWith("[") && !map.hasImage(id))
            map.addImage(id, drawn(JSON.parse(id)), { pixelRatio: ratio });
    });
    map.addSource("shapes", { type: "geojson", data: empty });
    map.addSource("names", { type: "geojson", data: empty });
    map.addSource("overlay", { type: "geojson", data: empty });
    map.addSource("points", { type: "geojson", data: empty, cluster: true, clusterMaxZoom: 12, clusterRadius: 34, clusterProperties: { worst: ["max", ["get", "rank"]] } });
    [...shapeLayers, ...own].forEach(layer => map.addLayer(layer));

    const ink = () => {
        if (!host.isConnected)
            return; // Somebody went on before the map was there: what is off the page has no colours.
        const colour = name => getComputedStyle(host).getPropertyValue(name).trim();
        for (const id of named) {
            map.setPaintProperty(id, "text-color", colour("--mud-palette-text-primary"));
            map.setPaintProperty(id, "text-halo-color", colour("--mud-palette-background"));
            map.setPaintProperty(id, "text-halo-width", 1.6);
        }
    };
    ink();
    document.addEventListener("ecopark-themed", ink);

    const place = host.appendChild(element("div", "map-place", ""));
    let [rows, picking, isFitted, waiting, hovered, heading] = [[], false, !!start, 0, 0, null];
    const around = ({ x, y }) => [[x - 4, y - 4], [x + 4, y + 4]];
    const under = (point, layers) => map.queryRenderedFeatures(around(point), { layers })[0];
    const found = point => under(point, ["points", "clusters"]) ?? under(point, shapeLayers.map(layer => layer.id));
    map.on("click", async event => {
        const hit = picking ? null : found(event.point);
        if (hit?.properties.cluster) {
            const zoom = await map.getSource("points").getClusterExpansionZoom(hit.properties.cluster_id);
            travel({ center: hit.geometry.coordinates, zoom: zoom + 0.2 });
            return;
        }
        owner.invokeMethodAsync("Clicked", hit?.properties.id ?? "", event.lngLat.lng, event.lngLat.lat);
    });
    map.on("dblclick", event => {
        if (!picking)
            return;
        event.preventDefault();
        owner.invokeMethodAsync("Finished");
    });
    map.on("mousemove", event => {
        place.textContent = `${event.lngLat.lng.toFixed(5)}, ${event.lngLat.lat.toFixed(5)}`;
        cancelAnimationFrame(hovered);
        hovered = requestAnimationFrame(() => {
            const hit = picking || map.isMoving() ? null : found(event.point);
            map.getCanvas().style.cursor = picking ? "crosshair" : hit ? "pointer" : "";
            host.title = hit ? [hit.properties.name, hit.properties.word].filter(part => part).join("，") : "";
        });
    });
    const told = () => {
        const { lng, lat } = map.getCenter();
        owner.invokeMethodAsync("Moved", lng, lat, map.getZoom());
    };
    // A flight aims at the middle of the map as it was: when a card opens beside it meanwhile, it sets out anew.
    const travel = place => {
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
            map.jumpTo(place);
            return;
        }
        map.easeTo({ ...place, duration: 500 });
        heading = place;
    };
    map.on("resize", () => {
        host.dataset.drawn = "";
        if (heading)
            travel(heading);
    });
    // How wide it was when all of it was drawn: only then is everything found where it lies.
    map.on("idle", () => host.dataset.drawn = host.clientWidth);
    map.on("movestart", () => host.dataset.drawn = "");
    map.on("moveend", () => {
        heading = null;
        clearTimeout(waiting);
        waiting = setTimeout(told, 400);
    });
    host.addEventListener("keydown", event => {
        if (picking && (event.key === "Enter" || event.key === "Escape"))
            owner.invokeMethodAsync("Finished");
    });

    const feature = ([id, longitude, latitude, name, sign, rank, word]) => ({ type: "Feature", geometry: { type: "Point", coordinates: [longitude, latitude] }, properties: { id, name, icon: nameOf(sign), rank, word } });
    const put = () => {
        map.getSource("points").setData(collection(rows.map(feature)));
        map.once("idle", () => host.dataset.points = rows.length);
    };
    return {
        shapes(shapes) {
            const geometries = shapes.map(shape => JSON.parse(shape.geoJson));
            map.getSource("shapes").setData(collection(shapes.map((shape, at) => ({ type: "Feature", geometry: geometries[at], properties: { id: shape.id, name: shape.name, word: shape.text, ...shape.style } }))));
            map.getSource("names").setData(collection(shapes.flatMap((shape, at) => shape.name
                ? [{ type: "Feature", geometry: { type: "Point", coordinates: boundsOf([geometries[at]], []).getCenter().toArray() }, properties: { name: shape.name } }] : [])));
            map.once("idle", () => host.dataset.shapes = shapes.length);
        },
        points(all) {
            rows = all;
            put();
        },
        /** Signs, ranks and words of single rows. */
        changes(list) {
            for (const [at, sign, rank, word] of list)
                rows[at].splice(4, 3, sign, rank, word);
            put();
        },
        /** All of it, once, where nobody has said where to look. */
        fit(west, south, east, north) {
            if (!isFitted)
                map.fitBounds([[west, south], [east, north]], { padding: 40, maxZoom: 16, animate: false });
            isFitted = true;
        },
        fly(longitude, latitude, zoom) {
            isFitted = true;
            travel({ center: [longitude, latitude], zoom: Math.max(zoom, map.getZoom()) });
        },
        choose(id) {
            map.setFilter("chosen", ["all", isOne, ["==", ["get", "id"], id]]);
            map.setFilter("chosen-shape", ["==", ["get", "id"], id]);
            host.dataset.chosen = id;
        },
        overlay(geoJson) {
            map.getSource("overlay").setData(geoJson ? JSON.parse(geoJson) : empty);
            map.once("idle", () => host.dataset.overlay = geoJson ? JSON.parse(geoJson).features.length : 0);
        },
        pick(on) {
            picking = on;
            map.doubleClickZoom[on ? "disable" : "enable"]();
            map.getCanvas().style.cursor = on ? "crosshair" : "";
        },
        /** A picture of cells between degrees, below the shapes; rows from north to south, four bytes a cell. */
        surface(picture) {
            if (map.getLayer("surface")) {
                map.removeLayer("surface");
                map.removeSource("surface");
            }
            host.dataset.surface = picture ? "1" : "";
            if (!picture)
                return;
            const { width, height, west, south, east, north, pixels } = picture;
            const canvas = Object.assign(document.createElement("canvas"), { width, height });
            canvas.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(atob(pixels), one => one.charCodeAt(0)), width, height), 0, 0);
            map.addSource("surface", { type: "canvas", canvas, animate: false, coordinates: [[west, north], [east, north], [east, south], [west, south]] });
            map.addLayer({ id: "surface", type: "raster", source: "surface", paint: { "raster-fade-duration": 0, "raster-resampling": "linear" } }, "areas");
        },
        dispose() {
            document.removeEventListener("ecopark-themed", ink);
            clearTimeout(waiting);
            map.remove();
        }
    };
}
