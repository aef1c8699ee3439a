// The park's map on MapLibre GL, and drawing on it with Terra Draw. What is shown comes from C# as plain objects; clicks and drawn shapes go back to it.
const address = name => new URL(`../lib/${name}`, import.meta.url).href;
const loads = {};
const script = name => loads[name] ??= new Promise((done, failed) => {
    const element = Object.assign(document.createElement("script"), { src: address(name), onload: done, onerror: () => failed(new Error(name)) });
    document.head.appendChild(element);
});

export async function load(draws) {
    if (!loads.style)
        loads.style = document.head.appendChild(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address("maplibre-gl.css") }));
    await script("maplibre-gl-csp.js");
    maplibregl.setWorkerUrl(address("maplibre-gl-csp-worker.js"));
    if (draws) {
        await script("terra-draw.umd.js");
        await script("terra-draw-maplibre-gl-adapter.umd.js");
    }
}

const China = [[73, 18], [135, 54]];
const isArea = ["==", ["geometry-type"], "Polygon"];
export const shapeLayers = [
    { id: "areas", type: "fill", filter: isArea, paint: { "fill-color": ["get", "colour"], "fill-opacity": ["get", "fill"] } },
    { id: "lines", type: "line", filter: ["!", ["get", "isDashed"]], layout: { "line-join": "round", "line-cap": "round" }, paint: { "line-color": ["get", "colour"], "line-width": ["get", "width"] } },
    { id: "dashes", type: "line", filter: ["get", "isDashed"], paint: { "line-color": ["get", "colour"], "line-width": ["get", "width"], "line-dasharray": [3, 2] } }
].map(layer => ({ ...layer, source: "shapes" }));

/** The style below the park's shapes: none by default, so that the page's own background shows through. */
export function styleOf(base) {
    if (base?.style)
        return base.style;
    const tiles = base?.tiles?.length > 0;
    return {
        version: 8,
        sources: tiles ? { base: { type: "raster", tiles: base.tiles, tileSize: 256, attribution: base.attribution } } : {},
        layers: tiles ? [{ id: "base", type: "raster", source: "base" }] : []
    };
}

const corners = (shape, all = []) => {
    if (shape.geometries)
        shape.geometries.forEach(part => corners(part, all));
    else
        for (const pair of [shape.coordinates].flat(Infinity).reduce((pairs, value, at) => (at % 2 ? pairs.at(-1).push(value) : pairs.push([value]), pairs), []))
            all.push(pair);
    return all;
};

export function boundsOf(shapes, points) {
    const bounds = new maplibregl.LngLatBounds();
    shapes.forEach(shape => corners(shape).forEach(corner => bounds.extend(corner)));
    points.forEach(point => bounds.extend([point.longitude, point.latitude]));
    return bounds;
}

export function element(tag, name, text) {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
}

/** Text only: what people have entered never becomes markup. */
function popupOf(one) {
    const content = element("div", "map-popup", "");
    const title = content.appendChild(element(one.href ? "a" : "strong", "", one.name));
    if (one.href)
        title.href = one.href;
    content.appendChild(element("div", "", one.text));
    return new maplibregl.Popup({ maxWidth: "280px", offset: 10 }).setDOMContent(content);
}

/** Black or white, whichever reads better on a colour (WCAG 2). */
export function inkOn(colour) {
    const [red, green, blue] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return 1.05 / (light + 0.05) > (light + 0.05) / 0.05 ? "#fff" : "#000";
}

/** The map itself, as all pages have it. The pixels are kept, or it would be blank on paper. */
export function mapOn(host, base, more = {}) {
    const map = new maplibregl.Map({
        container: host, style: styleOf(base), bounds: China, attributionControl: base?.attribution ? { compact: true } : false,
        canvasContextAttributes: { preserveDrawingBuffer: true }, dragRotate: false, pitchWithRotate: false, maxZoom: 19,
        locale: { "NavigationControl.ZoomIn": "放大", "NavigationControl.ZoomOut": "缩小", "Map.Title": host.dataset.label, "Popup.Close": "关闭" }, ...more
    });
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new maplibregl.ScaleControl(), "bottom-left");
    return map;
}

export async function create(host, owner, { map: base, draws, tells }) {
    if (!document.createElement("canvas").getContext("webgl2"))
        return null;
    await load(draws);
    const map = mapOn(host, base);
    await map.once("load");
    map.addSource("shapes", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    shapeLayers.forEach(layer => map.addLayer(layer));

    let [shown, markers, isDrawing] = [new Map(), [], false];
    const pick = (id, place) => tells ? owner.invokeMethodAsync("Clicked", id) : popupOf(shown.get(id)).setLngLat(place).addTo(map);
    map.on("click", event => {
        const [hit] = isDrawing ? [] : map.queryRenderedFeatures([event.point.sub(new maplibregl.Point(4, 4)), event.point.add(new maplibregl.Point(4, 4))], { layers: shapeLayers.map(layer => layer.id) });
        if (hit)
            pick(hit.properties.id, event.lngLat);
    });
    const pen = draws ? penOn(map, shapes => owner.invokeMethodAsync("Drawn", shapes)) : null;

    function label(one, place, mark) {
        const sign = element(mark === undefined ? "span" : "button", mark === undefined ? "map-label" : "map-point", mark ?? one.name);
        sign.setAttribute("aria-label", [mark, one.name].filter(part => part).join(" "));
        if (mark !== undefined) {
            Object.assign(sign, { type: "button", title: one.name, onclick: event => { event.stopPropagation(); pick(one.id, place); } });
            Object.assign(sign.style, { background: one.colour, color: inkOn(one.colour) });
            sign.appendChild(element("span", "map-label", one.name));
        }
        markers.push(new maplibregl.Marker({ element: sign }).setLngLat(place).addTo(map));
    }

    return {
        show({ shapes, points, focus }) {
            markers.splice(0).forEach(marker => marker.remove());
            shown = new Map([...shapes, ...points].map(one => [one.id, one]));
            const geometries = shapes.map(shape => JSON.parse(shape.geoJson));
            map.getSource("shapes").setData({
                type: "FeatureCollection",
                features: shapes.map((shape, at) => ({ type: "Feature", geometry: geometries[at], properties: { id: shape.id, ...shape.style } }))
            });
            shapes.forEach((shape, at) => { if (shape.name) label(shape, boundsOf([geometries[at]], []).getCenter()); });
            points.forEach(point => label(point, [point.longitude, point.latitude], point.mark));
            const isSeen = one => !focus || one.id === focus;
            const bounds = boundsOf([...geometries.filter((_, at) => isSeen(shapes[at])), ...(pen?.geometries() ?? [])], points.filter(isSeen));
            if (!bounds.isEmpty())
                map.fitBounds(bounds, { padding: 40, maxZoom: 16, animate: false });
            map.once("idle", () => host.dataset.shown = shapes.length + points.length);
        },
        edit(text) {
            pen.put(text ? JSON.parse(text) : null);
            const bounds = boundsOf(pen.geometries(), []);
            if (!bounds.isEmpty())
                map.fitBounds(bounds, { padding: 60, maxZoom: 16, animate: false });
            isDrawing = true;
            host.dataset.drawn = pen.geometries().length;
        },
        drawMode(mode) {
            isDrawing = true;
            pen.mode(mode);
        },
        dispose() {
            pen?.stop();
            map.remove();
        }
    };
}

/** Drawing: what is finished or changed is told as a collection of features. */
function penOn(map, tell) {
    const look = { fillColor: "#8a3ffc", fillOpacity: 0.2, outlineColor: "#8a3ffc", outlineWidth: 3 };
    const line = { lineStringColor: "#8a3ffc", lineStringWidth: 3 };
    const dots = { pointColor: "#8a3ffc", pointWidth: 7 };
    const change = { feature: { draggable: true, coordinates: { midpoints: true, draggable: true, deletable: true } } };
    const draw = new terraDraw.TerraDraw({
        adapter: new terraDrawMaplibreGlAdapter.TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
        modes: [
            new terraDraw.TerraDrawPolygonMode({ styles: look }), new terraDraw.TerraDrawLineStringMode({ styles: line }), new terraDraw.TerraDrawPointMode({ styles: dots }),
            new terraDraw.TerraDrawSelectMode({ flags: { polygon: change, linestring: change, point: { feature: { draggable: true } } } })
        ]
    });
    draw.start();
    draw.setMode("select");
    const modes = ["polygon", "linestring", "point"];
    const drawn = () => draw.getSnapshot().filter(one => modes.includes(one.properties.mode) && !one.properties.currentlyDrawing).map(one => ({ type: "Feature", properties: {}, geometry: one.geometry }));
    const written = () => JSON.stringify({ type: "FeatureCollection", features: drawn() });
    let [last, timer] = [written(), 0];
    const report = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            const now = written();
            if (draw.getMode() === "select" && now !== last)
                tell(last = now);
        }, 150);
    };
    draw.on("change", report);
    draw.on("finish", (id, { action }) => {
        if (action === "draw") {
            if (draw.getMode() === "point") // A place is one point.
                draw.removeFeatures(draw.getSnapshot().filter(one => one.properties.mode === "point" && one.id !== id).map(one => one.id));
            draw.setMode("select");
            if (draw.hasFeature(id))
                draw.selectFeature(id);
        }
        report();
    });
    const parts = shape => shape.geometries?.flatMap(parts) ?? (shape.type.startsWith("Multi") ? shape.coordinates.map(coordinates => ({ type: shape.type.slice(5), coordinates })) : [shape]);
    const short = value => Array.isArray(value) ? value.map(short) : Math.round(value * 1e7) / 1e7;
    return {
        mode: mode => draw.setMode(mode),
        geometries: () => drawn().map(one => one.geometry),
        put(shape) {
            draw.setMode("select");
            draw.clear();
            if (shape)
                draw.addFeatures(parts(shape).map(({ type, coordinates }) => ({ type: "Feature", properties: { mode: type.toLowerCase() }, geometry: { type, coordinates: short(coordinates) } })));
            last = written();
        },
        stop: () => draw.stop()
    };
}
