// One seal: its reading, or why nobody could reach it.
import * as hints from "./hints.js";
import * as store from "./store.js";
import { button, field, h, say, show } from "./page.js";
import { shrink } from "./scan.js";
import { newEntry, states } from "./sheet.js";

const Reasons = ["高于作业面 2 m 以上", "在保温层内", "进入有危险", "被设备遮挡"];

const back = sheet => location.hash = `survey=${sheet.survey}`;

const photoInput = () => h("input", { type: "file", accept: "image/*", capture: "environment" });

// Whether it is in the phone now; a phone that is full, or a picture that cannot be read, is told.
async function keep(entry, input) {
    try {
        await store.keep({ ...entry, photo: input.files[0] ? await shrink(input.files[0]) : entry.photo });
        return true;
    } catch (error) {
        say(`没有保存：${error.message}。请删去照片再试，或先发送已录入的内容。`, true);
        return false;
    }
}

// Reading and verdict as far as the phone can tell.
function hint(sheet, point, grounds, at, ppm, isDripping) {
    const lacking = at ? hints.lacksGround(sheet, grounds, at) : null;
    if (lacking)
        return h("div", { className: "hint bad", "data-testid": "hint" }, lacking);
    if (!at || ppm === null)
        return h("div", { className: "hint muted", "data-testid": "hint" }, "填入读数后显示净检值。");
    const [doubt, ground] = [hints.doubt(sheet, point, at, ppm), hints.backgroundAt(grounds, at)];
    const net = hints.net(ppm, ground.ppm);
    const leaks = hints.isLeak(point, net, isDripping);
    return h("div", { className: `hint ${leaks ? "leaks" : "tight"}`, "data-testid": "hint" },
        h("b", {}, leaks ? "▲ 泄漏" : "● 未泄漏"), `　净检值 ${hints.figure(net)} ppm（本底 ${hints.figure(ground.ppm)}，限值 ${point.isLimitInclusive ? "≥" : "＞"}${hints.figure(point.limit)}）`,
        h("div", { className: "muted" }, "这是手机上的提示，以发送后平台的判定为准。"),
        doubt ? h("div", { className: "reason" }, doubt, "保存后平台将不予接收，请核实。") : null);
}

function readingForm(sheet, point, grounds, entry) {
    const value = name => entry?.values[name];
    const ppm = h("input", { inputMode: "decimal", autocomplete: "off", value: value("reading") ?? "", "aria-label": "仪器读数" });
    const from = h("input", { type: "time", step: 1, required: true, value: entry ? hints.clock(sheet, value("at")) : hints.clock(sheet, Date.now()) });
    const to = h("input", { type: "time", step: 1, value: value("dwellSeconds") ? hints.clock(sheet, new Date(value("at")).getTime() + value("dwellSeconds") * 1_000) : "" });
    const [drips, photo, place] = [h("input", { type: "checkbox", checked: value("isDripping") === true }), photoInput(), h("div")];
    const at = () => from.value ? hints.moment(sheet, from.value) : null;
    const number = () => ppm.value.trim() === "" || Number.isNaN(+ppm.value) ? null : +ppm.value;
    const dwell = () => to.value ? Math.round((new Date(hints.moment(sheet, to.value)) - new Date(at())) / 1_000) : null;
    const draw = () => place.replaceChildren(hint(sheet, point, grounds, at(), number(), drips.checked));
    for (const input of [ppm, from, drips])
        input.addEventListener("input", draw);
    draw();
    const save = async event => {
        event.preventDefault();
        if (number() === null)
            return say("仪器读数请填数字。", true);
        const lacking = hints.lacksGround(sheet, grounds, at());
        if (lacking)
            return say(lacking, true);
        if (to.value && dwell() < 1)
            return say("结束时间应晚于开始时间。", true);
        const values = { sealPointId: point.id, at: at(), reading: number(), ...(to.value ? { dwellSeconds: dwell() } : {}), ...(drips.checked ? { isDripping: true } : {}) };
        const kept = entry ? { ...entry, version: crypto.randomUUID(), values, state: "kept", reason: "", answer: undefined } : newEntry(sheet, "reading", values);
        if (!await keep(kept, photo))
            return;
        say(`${point.code} 已保存在手机里`);
        back(sheet);
    };
    const stamp = input => () => { input.value = hints.clock(sheet, Date.now()); draw(); };
    return h("form", { className: "panel", onsubmit: save, "data-testid": "reading" },
        h("h2", {}, entry ? "更正检测" : "检测"),
        field("仪器读数（ppm）", ppm),
        place,
        h("div", { className: "row times" }, field("开始", from), button("现在", stamp(from), { "aria-label": "开始于现在" }), field("结束", to), button("现在", stamp(to), { "aria-label": "结束于现在" })),
        h("label", { className: "check" }, drips, "可见渗液、滴液（即认定泄漏）"),
        field("照片", photo, entry?.photo ? "已有一张，另选则替换" : "可不拍"),
        h("button", { className: "main" }, "保存"));
}

function unreachableForm(sheet, point) {
    const [why, photo] = [h("input", { autocomplete: "off", maxLength: 100 }), photoInput()];
    const save = async event => {
        event.preventDefault();
        if (why.value.trim() === "")
            return say("请填写不可达的原因。", true);
        if (!await keep(newEntry(sheet, "unreachable", { sealPointId: point.id, inaccessibleWhy: why.value.trim() }), photo))
            return;
        say(`${point.code} 已记为不可达`);
        back(sheet);
    };
    return h("details", { className: "panel", "data-testid": "unreachable" }, h("summary", {}, "不可达"),
        h("form", { onsubmit: save }, h("p", { className: "muted" }, "发送后密封点清单改为不可达，此后按平均系数核算排放量。"),
            h("div", { className: "tabs" }, Reasons.map(reason => button(reason, () => why.value = reason))), field("原因", why), field("照片", photo, "可不拍"), h("button", {}, "记为不可达")));
}

const line = (sheet, point, entry) => h("li", { className: entry.state },
    entry.kind === "unreachable" ? `不可达：${entry.values.inaccessibleWhy}` : `${hints.clock(sheet, entry.values.at)}　${hints.figure(entry.values.reading)} ppm`, `　${states[entry.state]}`,
    entry.answer?.net !== undefined && entry.answer.net !== null ? `，净检值 ${hints.figure(entry.answer.net)} ppm，${entry.answer.isLeak ? "泄漏" : "未泄漏"}` : "",
    entry.photo ? "，照片未发送" : entry.hasPhoto ? "，有照片" : "",
    entry.reason ? h("div", { className: "reason" }, entry.reason) : null,
    entry.state === "sent" ? null : h("span", {}, entry.kind === "reading" ? button("更正", () => showPoint(sheet, point, entry), { className: "text" }) : null, button("删除", async () => { await store.drop(entry); await showPoint(sheet, point); }, { className: "text" })));

export async function showPoint(sheet, point, entry = null) {
    const entries = await store.entries(sheet.user, sheet.survey);
    const own = entries.filter(one => one.values.sealPointId === point.id);
    const grounds = hints.backgrounds(sheet, entries);
    show(
        h("a", { className: "back", href: `#survey=${sheet.survey}` }, `‹ ${sheet.about.code}`),
        h("h1", {}, point.code),
        h("p", {}, `${point.name}　${point.kind}`),
        h("dl", {}, [["位置", `${point.equipment}，${point.place}`], ["物料", `${point.fluid}（${point.state}）`], ["泄漏限值", point.limitBasis || "没有适用的标准"], ["上次检测", point.lastTest ?? "没有"]].flatMap(([term, text]) => [h("dt", {}, term), h("dd", {}, text)])),
        own.length > 0 ? h("ul", { className: "panel", "data-testid": "entered" }, own.map(one => line(sheet, point, one))) : null,
        point.refusal ? h("p", { className: "note" }, point.refusal) : [readingForm(sheet, point, grounds, entry), unreachableForm(sheet, point)]);
}
