// A line chart with shared cursor and zoom on ECharts. Options come from C# as plain objects; zooming asks C# for detail.
let echarts, loading;

// Once for all charts of a page: a second copy would not know the first one's.
export function load() {
    return loading ??= new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL("../lib/echarts.min.js", import.meta.url);
        script.onload = () => done(echarts = window.echarts);
        script.onerror = () => {
            loading = undefined;
            failed(new Error("echarts.min.js"));
        };
        document.head.appendChild(script);
    });
}

// Names and values of the theme as the page has it now.
export function theme() {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(`--mud-palette-${name}`).trim();
    return { text: colour("text-primary"), rule: colour("lines-default"), isDark: style.getPropertyValue("--mud-native-html-color-scheme").trim() === "dark" };
}

// “zooms”: whoever owns the chart reads anew for what is zoomed to. A stretch is then chosen by drawing the mouse over it, and there is no slider.
export async function create(element, owner, { zooms, group } = {}) {
    await load();
    const chart = echarts.init(element, null, { renderer: "canvas" });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    if (group) {
        chart.group = group;
        echarts.connect(group);
    }
    let timer;
    chart.on("datazoom", event => {
        if (!zooms)
            return;
        const { start, end, startValue, endValue } = event.batch?.[0] ?? event;
        const at = (value, percent) => Math.round(value ?? drawn.from + (drawn.to - drawn.from) * percent / 100);
        const [from, to] = [at(startValue, start), at(endValue, end)];
        clearTimeout(timer);
        timer = setTimeout(() => owner.invokeMethodAsync("Zoomed", from, to), 300);
    });
    const show = () => {
        chart.setOption(optionOf(drawn, theme(), zooms), { notMerge: true });
        if (zooms)
            chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
    };
    let drawn;
    const redraw = () => drawn && show();
    document.addEventListener("ecopark-themed", redraw);
    return {
        draw(model) {
            drawn = model;
            show();
            element.dataset.points = model.lines.reduce((sum, line) => sum + line.points.length, 0);
        },
        picture(name) {
            const link = document.createElement("a");
            link.href = chart.getDataURL({ pixelRatio: 2, backgroundColor: theme().isDark ? "#1b2327" : "#ffffff" });
            link.download = name;
            link.click();
        },
        dispose() {
            clearTimeout(timer);
            document.removeEventListener("ecopark-themed", redraw);
            observer.disconnect();
            chart.dispose();
        }
    };
}

export const colours = {
    light: { lines: ["#0b6b53", "#c2570c", "#27567d", "#8a3ffc", "#a8324a", "#5c7f0a", "#0f8b8d", "#6b4f2a"], invalid: "#b3261e" },
    dark: { lines: ["#4fc3a1", "#ff9d5c", "#7fb3da", "#b794ff", "#ff8fa6", "#b5d14f", "#4fd1d3", "#d0ad7e"], invalid: "#ff8a80" }
};

// What lies beyond the axis is said beside it.
const nameOf = (unit, ends) => ends?.beyond ? `${unit}（▲ ${ends.beyond} 个值超出坐标，最高 ${Number(ends.highest.toPrecision(6))}）` : unit;

// Digits of the factor and the unit; as many digits as needed where the factor has none of its own.
const said = line => value => value === null || value === undefined || Number.isNaN(value) ? "—"
    : `${Number.isInteger(line.decimals) ? value.toFixed(line.decimals) : Number(value.toPrecision(6))} ${line.unit}`;

function optionOf(model, { text, rule, isDark }, zooms) {
    const { lines, invalid: wrong } = isDark ? colours.dark : colours.light;
    const units = [...new Set(model.lines.map(line => line.unit))];
    const series = [];
    for (const line of model.lines) {
        const axis = units.indexOf(line.unit);
        series.push({
            name: line.name, type: "line", yAxisIndex: axis, connectNulls: false, showSymbol: line.points.length < 120,
            symbolSize: 4, lineStyle: { width: 1.4, type: line.isCompared ? "dotted" : line.isRolledUp ? "dashed" : "solid", opacity: line.isCompared ? 0.7 : 1 }, sampling: undefined,
            tooltip: { valueFormatter: said(line) },
            data: line.points.map(p => [p.t, p.v])
        });
        const invalid = line.points.filter(p => p.bad && p.bv !== null).map(p => ({ value: [p.t, p.bv], flag: p.f }));
        if (invalid.length > 0) {
            series.push({
                name: line.name + "（无效）", type: "scatter", yAxisIndex: axis, symbolSize: 6, data: invalid,
                itemStyle: { color: "transparent", borderColor: wrong, borderWidth: 1.2 }, tooltip: { valueFormatter: said(line) }
            });
        }
    }
    for (const unit of units) {
        const limits = model.limits.filter(limit => limit.unit === unit);
        const first = series.find(one => one.yAxisIndex === units.indexOf(unit));
        if (limits.length === 0 || first === undefined)
            continue;
        const red = wrong;
        first.markLine = {
            silent: true, symbol: "none", lineStyle: { type: "dotted", color: red }, label: { position: "insideStartTop", color: red, fontSize: 11 },
            data: limits.map(limit => [{ coord: [limit.from, limit.value], label: { formatter: limit.text } }, { coord: [limit.to, limit.value] }])
        };
        const ends = model.axes.find(one => one.unit === unit);
        if (ends?.beyond) {
            const beyond = model.lines.filter(line => line.unit === unit).flatMap(line => line.points).filter(p => (p.v ?? p.bv) > ends.max);
            first.markPoint = {
                silent: true, symbol: "triangle", symbolSize: 8, itemStyle: { color: red }, label: { show: false },
                data: beyond.slice(0, 200).map(p => ({ coord: [p.t, ends.max] }))
            };
        }
    }
    if (model.marks?.length > 0 && series.length > 0) {
        // What took no time is as wide as a line.
        const least = (model.to - model.from) / 400;
        series[0].markArea = {
            silent: true, label: { show: model.marks.length <= 12, color: text, fontSize: 10, position: "insideTop" },
            data: model.marks.map(mark => [
                { name: mark.kind, xAxis: Math.max(mark.from, model.from), itemStyle: { color: mark.colour, opacity: 0.18 } },
                { xAxis: Math.min(Math.max(mark.to, mark.from + least), model.to) }
            ])
        };
    }
    return {
        animation: false,
        // Times are the park's wall clock written as if it were UTC, wherever the browser is.
        useUTC: true,
        textStyle: { fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif", color: text },
        color: lines,
        grid: { left: 64, right: 24 + 56 * Math.max(0, units.length - 1), top: 44, bottom: zooms ? 36 : 76 },
        legend: { top: 4, textStyle: { color: text }, type: "scroll" },
        tooltip: { trigger: "axis", axisPointer: { type: "cross" }, confine: true },
        xAxis: { type: "time", min: model.from, max: model.to, axisLabel: { color: text, hideOverlap: true }, splitLine: { show: true, lineStyle: { color: rule } } },
        yAxis: units.map((unit, i) => ({
            type: "value", name: nameOf(unit, model.axes.find(one => one.unit === unit)), scale: true,
            min: model.axes.find(one => one.unit === unit)?.min, max: model.axes.find(one => one.unit === unit)?.max, position: i === 0 ? "left" : "right", offset: i > 1 ? 56 * (i - 1) : 0,
            nameTextStyle: { color: text }, axisLabel: { color: text }, splitLine: { show: i === 0, lineStyle: { color: rule } }
        })),
        // The tool itself is not shown: it only lends the mouse its way of choosing a stretch.
        toolbox: zooms ? { itemSize: 0, feature: { dataZoom: { yAxisIndex: "none", icon: { zoom: "path://", back: "path://" } } } } : undefined,
        dataZoom: zooms ? [{ type: "inside", filterMode: "none", moveOnMouseMove: false, moveOnMouseWheel: false }] : [
            { type: "inside", filterMode: "none", startValue: model.from, endValue: model.to },
            { type: "slider", filterMode: "none", height: 22, bottom: 12, startValue: model.from, endValue: model.to }
        ],
        series
    };
}
