// A line chart with shared cursor and zoom on ECharts. Options come from C# as plain objects; zooming asks C# for detail.
let echarts;

export async function load() {
    if (!echarts) {
        await new Promise((done, failed) => {
            const script = document.createElement("script");
            script.src = new URL("../lib/echarts.min.js", import.meta.url);
            script.onload = done;
            script.onerror = () => failed(new Error("echarts.min.js"));
            document.head.appendChild(script);
        });
        echarts = window.echarts;
    }
    return echarts;
}

// Names and values of the theme as the page has it now.
export function theme() {
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(`--mud-palette-${name}`).trim();
    return { text: colour("text-primary"), rule: colour("lines-default"), isDark: style.getPropertyValue("--mud-native-html-color-scheme").trim() === "dark" };
}

export async function create(element, owner) {
    await load();
    const chart = echarts.init(element, null, { renderer: "canvas" });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    let timer;
    chart.on("datazoom", () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
            const { startValue, endValue } = chart.getOption().dataZoom[0];
            owner.invokeMethodAsync("Zoomed", Math.round(startValue), Math.round(endValue));
        }, 300);
    });
    let drawn;
    const redraw = () => drawn && chart.setOption(optionOf(drawn, theme()), { notMerge: true });
    document.addEventListener("ecopark-themed", redraw);
    return {
        draw(model) {
            drawn = model;
            chart.setOption(optionOf(model, theme()), { notMerge: true });
            element.dataset.points = model.lines.reduce((sum, line) => sum + line.points.length, 0);
        },
        dispose() {
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

function optionOf(model, { text, rule, isDark }) {
    const { lines, invalid: wrong } = isDark ? colours.dark : colours.light;
    const units = [...new Set(model.lines.map(line => line.unit))];
    const series = [];
    for (const line of model.lines) {
        const axis = units.indexOf(line.unit);
        series.push({
            name: line.name, type: "line", yAxisIndex: axis, connectNulls: false, showSymbol: line.points.length < 120,
            symbolSize: 4, lineStyle: { width: 1.4, type: line.isRolledUp ? "dashed" : "solid" }, sampling: undefined,
            data: line.points.map(p => [p.t, p.v])
        });
        const invalid = line.points.filter(p => p.bad && p.bv !== null).map(p => ({ value: [p.t, p.bv], flag: p.f }));
        if (invalid.length > 0) {
            series.push({
                name: line.name + "（无效）", type: "scatter", yAxisIndex: axis, symbolSize: 6, data: invalid,
                itemStyle: { color: "transparent", borderColor: wrong, borderWidth: 1.2 }
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
    return {
        animation: false,
        // Times are the park's wall clock written as if it were UTC, wherever the browser is.
        useUTC: true,
        textStyle: { fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif", color: text },
        color: lines,
        grid: { left: 64, right: 24 + 56 * Math.max(0, units.length - 1), top: 44, bottom: 76 },
        legend: { top: 4, textStyle: { color: text }, type: "scroll" },
        tooltip: { trigger: "axis", axisPointer: { type: "cross" }, confine: true },
        xAxis: { type: "time", min: model.from, max: model.to, axisLabel: { color: text, hideOverlap: true }, splitLine: { show: true, lineStyle: { color: rule } } },
        yAxis: units.map((unit, i) => ({
            type: "value", name: nameOf(unit, model.axes.find(one => one.unit === unit)), scale: true,
            min: model.axes.find(one => one.unit === unit)?.min, max: model.axes.find(one => one.unit === unit)?.max, position: i === 0 ? "left" : "right", offset: i > 1 ? 56 * (i - 1) : 0,
            nameTextStyle: { color: text }, axisLabel: { color: text }, splitLine: { show: i === 0, lineStyle: { color: rule } }
        })),
        dataZoom: [
            { type: "inside", filterMode: "none", startValue: model.from, endValue: model.to },
            { type: "slider", filterMode: "none", height: 22, bottom: 12, startValue: model.from, endValue: model.to }
        ],
        series
    };
}
