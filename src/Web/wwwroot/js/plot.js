// Pictures whose ECharts option is made in C#: this adds the colours of the theme and nothing else.
import { colours, load, theme } from "./chart.js";

export async function create(element) {
    const echarts = await load();
    const plot = echarts.init(element, null, { renderer: "canvas" });
    const observer = new ResizeObserver(() => plot.resize());
    observer.observe(element);
    let drawn;
    const redraw = () => drawn && plot.setOption(themed(drawn), { notMerge: true });
    document.addEventListener("ecopark-themed", redraw);
    return {
        draw(option, height) {
            drawn = option;
            element.style.setProperty("height", `${height}px`);
            plot.resize();
            plot.setOption(themed(option), { notMerge: true });
            element.dataset.series = (option.series ?? []).length;
        },
        dispose() {
            document.removeEventListener("ecopark-themed", redraw);
            observer.disconnect();
            plot.dispose();
        }
    };
}

function themed(option) {
    const { text, rule, isDark } = theme();
    const axis = one => ({ ...one, nameTextStyle: { color: text }, axisLabel: { color: text, hideOverlap: true, ...one.axisLabel }, splitLine: { lineStyle: { color: rule }, ...one.splitLine } });
    const each = (value, change) => value === undefined ? undefined : Array.isArray(value) ? value.map(change) : change(value);
    const themedOption = {
        animation: false,
        // As in chart.js: the wall clock, not the browser's.
        useUTC: true,
        color: (isDark ? colours.dark : colours.light).lines,
        tooltip: { confine: true },
        ...option,
        textStyle: { fontFamily: "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif", color: text }
    };
    for (const name of ["xAxis", "yAxis", "angleAxis", "radiusAxis"]) {
        if (option[name] !== undefined)
            themedOption[name] = each(option[name], axis);
    }
    for (const name of ["legend", "visualMap", "title"]) {
        if (option[name] !== undefined)
            themedOption[name] = each(option[name], one => ({ ...one, textStyle: { color: text, ...one.textStyle } }));
    }
    if (option.calendar !== undefined)
        themedOption.calendar = each(option.calendar, one => ({ ...one, itemStyle: { color: "transparent", borderColor: rule }, splitLine: { lineStyle: { color: text } }, dayLabel: { ...one.dayLabel, color: text }, monthLabel: { ...one.monthLabel, color: text }, yearLabel: { ...one.yearLabel, color: text } }));
    return themedOption;
}
