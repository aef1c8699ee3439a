// One survey: how far it is, its backgrounds and weather, and the seals that are left.
import * as hints from "./hints.js";
import * as line from "./line.js";
import * as store from "./store.js";
import { button, field, h, say, show } from "./page.js";
import { pointOf, scan } from "./scan.js";

const Shown = 100;
let tab = "left";

// How each seal stands: by what was entered here, else by what the platform had.
export function standing(sheet, entries) {
    const own = new Map();
    for (const one of entries.filter(one => one.values.sealPointId).sort((one, other) => one.at - other.at))
        own.set(one.values.sealPointId, one);
    const had = new Map(sheet.readings.map(one => [one.pointId, one]));
    return sheet.points.map(point => ({ point, own: own.get(point.id), had: had.get(point.id) }));
}

// What the platform did not take is still to be done.
const isDone = one => !!one.had || (!!one.own && one.own.state !== "refused");

export const newEntry = (sheet, kind, values, photo = null) => ({ user: sheet.user, survey: sheet.survey, key: crypto.randomUUID(), version: crypto.randomUUID(), kind, values, photo, state: "kept", reason: "", at: Date.now() });

export const states = { kept: "未发送", refused: "未接收", sent: "已接收" };

function words(sheet, grounds, { point, own, had }) {
    if (own?.kind === "unreachable")
        return [`不可达：${own.values.inaccessibleWhy}`, states[own.state], own.state];
    if (own) {
        const ground = hints.backgroundAt(grounds, own.values.at);
        const net = own.answer?.net ?? (ground ? hints.net(own.values.reading, ground.ppm) : null);
        const leaks = own.answer?.isLeak ?? (net !== null && hints.isLeak(point, net, own.values.isDripping));
        return [`${hints.figure(own.values.reading)} ppm，净检值 ${hints.figure(net)}，${leaks ? "泄漏" : "未泄漏"}${own.state === "sent" ? "" : "（提示）"}`, states[own.state], own.state, leaks];
    }
    return had ? [`平台已有：${hints.wall(sheet, had.at)}，净检值 ${hints.figure(had.net)} ppm${had.isLeak ? "，泄漏" : ""}`, "已检", "sent", had.isLeak] : [point.place, point.isDue ? "" : "不在应检", ""];
}

const row = (sheet, grounds, one) => {
    const [text, word, state, leaks] = words(sheet, grounds, one);
    return h("a", { className: `seal ${state}${leaks ? " leaks" : ""}`, href: `#survey=${sheet.survey}&point=${one.point.id}`, "data-point": one.point.code },
        h("span", { className: "title" }, one.point.code), h("span", { className: "word" }, word), h("span", { className: "text" }, `${one.point.kind}　${text}`),
        one.own?.state === "refused" ? h("span", { className: "reason" }, one.own.reason) : null);
};

async function look(sheet, search) {
    const [video, ending] = [h("video", { muted: true, playsInline: true }), new AbortController()];
    const frame = h("div", { className: "camera" }, video, button("取消", () => ending.abort()));
    document.body.append(frame);
    ending.signal.addEventListener("abort", () => frame.remove());
    try {
        await scan(video, text => found(sheet, text), ending.signal);
    } catch {
        say("打不开摄像头：请允许使用摄像头，或输入编号查找。", true);
    } finally {
        ending.abort();
        search.blur();
    }
}

function found(sheet, text) {
    const point = pointOf(sheet, text);
    if (point)
        location.hash = `survey=${sheet.survey}&point=${point.id}`;
    else
        say(`检测单里没有“${text}”。`, true);
    return !!point;
}

function grounds(sheet, entries) {
    const [at, ppm, places] = [h("input", { type: "time", step: 1, required: true }), h("input", { inputMode: "decimal", required: true, autocomplete: "off" }), h("input", { autocomplete: "off" })];
    at.value = hints.clock(sheet, Date.now());
    const own = hints.ownBackgrounds(sheet, entries);
    const add = async event => {
        event.preventDefault();
        if (!(+ppm.value >= 0) || ppm.value.trim() === "")
            return say("本底浓度请填不小于 0 的数。", true);
        await store.keep(newEntry(sheet, "background", { at: hints.moment(sheet, at.value), ppm: +ppm.value, places: places.value.trim() }));
        say("本底已保存在手机里");
        await showSheet(sheet);
    };
    return h("details", { className: "panel", open: sheet.backgrounds.length + own.length === 0, "data-testid": "backgrounds" },
        h("summary", {}, `环境本底（${sheet.backgrounds.length + own.length}）`),
        h("ul", {},
            sheet.backgrounds.map(one => h("li", {}, `${hints.clock(sheet, one.at)}　${hints.figure(one.ppm)} ppm（平台已有）`)),
            own.map(one => h("li", { className: one.state }, `${hints.clock(sheet, one.values.at)}　${hints.figure(one.values.ppm)} ppm（${states[one.state]}）`, one.reason ? h("div", { className: "reason" }, one.reason) : null,
                one.state === "sent" ? null : button("删除", async () => { await store.drop(one); await showSheet(sheet); }, { className: "text" })))),
        h("form", { onsubmit: add }, h("p", { className: "muted" }, "每日、每装置、每台仪器在检测前先测本底；没有本底的读数不能录入。"),
            h("div", { className: "row" }, field("测取时间", at), field("本底浓度（ppm）", ppm)), field("测点", places, "各测点位置和读数，可不填"), h("button", {}, "保存本底")));
}

function weather(sheet, entries) {
    const entry = entries.find(one => one.kind === "weather");
    const [sky, wind] = [h("input", { value: entry?.values.weather ?? sheet.weather, autocomplete: "off" }), h("input", { inputMode: "decimal", value: entry?.values.windSpeed ?? sheet.windSpeed ?? "", autocomplete: "off" })];
    const save = async event => {
        event.preventDefault();
        await store.keep({ ...(entry ?? newEntry(sheet, "weather", {})), version: crypto.randomUUID(), state: "kept", reason: "", values: { weather: sky.value.trim(), windSpeed: wind.value.trim() === "" ? null : +wind.value } });
        say("天气已保存在手机里");
        await showSheet(sheet);
    };
    return h("details", { className: "panel", "data-testid": "weather" }, h("summary", {}, `天气与仪器${entry ? `（天气${states[entry.state]}）` : ""}`),
        entry?.reason ? h("p", { className: "reason" }, entry.reason) : null,
        h("form", { onsubmit: save }, h("div", { className: "row" }, field("天气", sky), field("风速（m/s）", wind)), h("button", {}, "保存天气")),
        h("p", { className: "muted" }, `仪器 ${sheet.instrument.serial} ${sheet.instrument.model}，量程上限 ${hints.figure(sheet.instrument.range)} ppm，检定有效期到 ${sheet.instrument.verifiedTo}`),
        h("ul", {}, h("li", {}, `检测前校准 ${hints.wall(sheet, sheet.calibratedAt)}，${hints.figure(sheet.calibrationPpm)} ppm`),
            sheet.instrument.calibrations.map(one => h("li", {}, `${hints.clock(sheet, one.at)} ${one.kind}：标气 ${hints.figure(one.nominal)}，读数 ${hints.figure(one.reading)}，${one.verdict}（待核对）`))));
}

async function send(sheet) {
    const result = await line.send(sheet.user, sheet.survey, (done, all) => say(`正在发送 ${done} / ${all}……`));
    say([result.stored + result.refused > 0 ? `已接收 ${result.stored} 条，未接收 ${result.refused} 条。` : "", result.problem ?? ""].join("") || "都已发送。", result.refused > 0 || !!result.problem);
    await showSheet(sheet, result.isSignedOut);
}

export async function showSheet(sheet, isSignedOut = false) {
    const entries = await store.entries(sheet.user, sheet.survey);
    const all = standing(sheet, entries);
    const due = all.filter(one => one.point.isDue && !one.point.refusal);
    const asked = due.length > 0 ? due : all.filter(one => !one.point.refusal);
    const done = asked.filter(isDone).length;
    const waiting = entries.filter(one => one.state !== "sent");
    const own = hints.backgrounds(sheet, entries);
    const tabs = {
        left: ["待检", asked.filter(one => !isDone(one))],
        done: ["已检", all.filter(isDone)],
        waiting: ["未发送", all.filter(one => one.own && one.own.state !== "sent")],
        all: ["全部", all],
    };
    const list = h("div", { className: "seals", "data-testid": "seals" });
    const search = h("input", { type: "search", placeholder: "查找或扫描枪扫描编号", "aria-label": "查找密封点", autocomplete: "off" });
    const fill = () => {
        const text = search.value.trim().toLowerCase();
        const rows = text ? all.filter(({ point }) => [point.code, point.name, point.place, point.equipment].some(one => one.toLowerCase().includes(text))) : tabs[tab][1];
        list.replaceChildren(...rows.slice(0, Shown).map(one => row(sheet, own, one)), rows.length === 0 ? h("p", { className: "muted" }, tab === "left" && !text ? "应检的都已检。" : "没有。") : rows.length > Shown ? h("p", { className: "muted" }, `还有 ${rows.length - Shown} 个，请查找。`) : "");
    };
    search.oninput = fill;
    search.onkeydown = event => event.key === "Enter" && search.value.trim() && found(sheet, search.value);
    fill();
    const today = hints.parkTime(sheet, Date.now()).slice(0, 10);
    show(
        h("a", { className: "back", href: "#" }, "‹ 检测单"),
        h("h1", {}, `${sheet.about.code} ${sheet.about.unitName}`),
        h("p", { className: "muted" }, `${sheet.about.day}　${sheet.about.instrument}　${sheet.about.inspector}　载入于 ${hints.wall(sheet, sheet.readAt)}`),
        today === sheet.about.day ? null : h("p", { className: "note" }, `手机上今天是 ${today}，检测日期是 ${sheet.about.day}：录入的时间都算在检测日期。`),
        sheet.total > sheet.points.length ? h("p", { className: "note" }, `共 ${sheet.total} 点，一张检测单至多 ${sheet.points.length} 点；其余的请填编号的开头分段载入。`) : null,
        isSignedOut ? h("p", { className: "note bad" }, "登录已失效，录入的内容都在手机里。", h("a", { href: "/sign-in?from=/field/ldar" }, "去登录")) : null,
        h("div", { className: "progress" }, h("progress", { max: Math.max(1, asked.length), value: done, "aria-label": "进度" }), h("b", { "data-testid": "progress" }, `${done} / ${asked.length}`)),
        grounds(sheet, entries), weather(sheet, entries),
        h("div", { className: "row find" }, search, button("扫码", () => look(sheet, search))),
        h("div", { className: "tabs" }, Object.entries(tabs).map(([name, [title, rows]]) => button(`${title} ${rows.length}`, () => { tab = name; showSheet(sheet); }, { "aria-pressed": String(name === tab), "data-tab": name }))),
        list,
        h("div", { className: "foot" }, button(waiting.length > 0 ? `发送 ${waiting.length} 条` : "都已发送", () => send(sheet), { className: "main", disabled: waiting.length === 0, "data-testid": "send" })));
}
