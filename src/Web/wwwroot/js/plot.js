// Pictures whose ECharts option is made in C#: this adds the colours of the theme and nothing else.
import { load } from "./chart.js";

export async function create(element) {
    const echarts = await load();
    const plot = echarts.init(element, null, { renderer: "canvas" });
    const observer = new ResizeObserver(() => plot.resize());
    observer.observe(element);
    return {
        draw(option, height) {
            element.style.setProperty("height", `${height}px`);
            plot.resize();
            plot.setOption(themed(option), { notMerge: true });
            element.dataset.series = (option.series ?? []).length;
        },
        dispose() {
            observer.disconnect();
            plot.dispose();
        }
    };
}

function themed(option) {
    const dark = document.querySelector(".mud-theme-dark") !== null;
    const text = dark ? "#d6dfe2" : "#33434a";
    const rule = dark ? "#3a4a50" : "#e2e8ea";
    const axis = one => ({ ...one, nameTextStyle: { color: text }, axisLabel: { color: text, hideOverlap: true, ...one.axisLabel }, splitLine: { lineStyle: { color: rule }, ...one.splitLine } });
    const each = (value, change) => value === undefined ? undefined : Array.isArray(value) ? value.map(change) : change(value);
    const themedOption = {
        animation: false,
        color: ["#0b6b53", "#c2570c", "#27567d", "#8a3ffc", "#a8324a", "#5c7f0a", "#0f8b8d", "#6b4f2a"],
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
