// LDAR in the plant: the surveys of the phone, one of them, one of its seals. The address says which, so that a page that is closed opens where it was.
import * as line from "./line.js";
import * as store from "./store.js";
import { button, field, h, say, show } from "./page.js";
import { showPoint } from "./point.js";
import { showSheet } from "./sheet.js";

const Files = ["", "/field.css", "/theme.js", "/jsQR.js", "/field.js", "/page.js", "/store.js", "/line.js", "/hints.js", "/scan.js", "/sheet.js", "/point.js"].map(name => "/field/ldar" + name);

// The page keeps itself; the service worker serves it where there is no network.
async function keepPage() {
    if (!("serviceWorker" in navigator))
        return false;
    try {
        await navigator.serviceWorker.register("/service-worker.js");
        await (await caches.open("ecopark-field")).addAll(Files);
        await navigator.storage?.persist?.();
        return true;
    } catch {
        return !!await caches.match("/field/ldar");
    }
}

let turns = 0; // Pages shown: an answer that comes late does not push aside what is looked at.

async function load(survey, prefix) {
    const { value, problem, isSignedOut } = await line.sheet(survey, prefix);
    if (problem)
        return say(problem, true), isSignedOut ? home() : null;
    store.isUser(value.user);
    await store.keepSheet({ ...value, user: value.user.id, userName: value.user.name, survey: value.survey.id, about: value.survey, prefix });
    say(`已载入 ${value.points.length} 个密封点`);
    location.hash = `survey=${survey}`;
}

async function remove(sheet, waiting) {
    if (waiting > 0)
        return say(`还有 ${waiting} 条没有发送，请先发送或删除这些条目。`, true);
    await store.dropSheet(sheet.user, sheet.survey);
    await store.dropEntries(sheet.user, sheet.survey);
    await home();
}

const note = asked => asked?.problem ? h("p", { className: "note" }, asked.isSignedOut ? "没有登录，或登录已失效。" : asked.problem, asked.isSignedOut ? h("a", { href: "/sign-in?from=/field/ldar" }, "去登录") : null) : null;

const cardOf = (sheet, waiting) => h("article", { className: "card", "data-survey": sheet.survey },
    h("a", { className: "title", href: `#survey=${sheet.survey}` }, `${sheet.about.code} ${sheet.about.unitName}`),
    h("div", { className: "muted" }, `${sheet.about.day}　${sheet.about.instrument}　${sheet.points.length} 点${sheet.prefix ? `（${sheet.prefix}…）` : ""}`),
    waiting > 0 ? h("b", { className: "waiting" }, `未发送 ${waiting} 条`) : h("span", {}, "没有未发送的"),
    h("div", { className: "row" }, h("a", { className: "button", href: `#survey=${sheet.survey}` }, "打开"), button("更新", () => load(sheet.survey, sheet.prefix)), button("移除", () => remove(sheet, waiting))));

function offered({ maySend, surveys }, kept) {
    const prefix = h("input", { autocomplete: "off", placeholder: "全部" });
    return [
        h("h2", {}, "可载入的现场检测"),
        maySend ? null : h("p", { className: "note" }, "当前账户没有登记密封点检测的权限，可以查看，不能发送。"),
        field("只载入编号以此开头的密封点", prefix, "点数多的装置可由几部手机分段检测"),
        surveys.filter(one => !kept.some(sheet => sheet.survey === one.id)).map(one => h("article", { className: "card" },
            h("div", { className: "title" }, `${one.code} ${one.unitName}`),
            h("div", { className: "muted" }, `${one.day}　${one.enterprise}　${one.instrument}　${one.inspector}${one.round ? `　${one.round}` : ""}`),
            h("div", { className: "row" }, button("载入", () => load(one.id, prefix.value.trim())), h("a", { className: "button", href: `/ldar/surveys/${one.id}/sheet` }, "打印检测单")))),
        h("p", {}, h("a", { href: "/records/ldar-surveys/new" }, "登记新的现场检测"), "，保存后回到这里载入。"),
    ];
}

async function draw(asked) {
    const user = store.user();
    const [kept, entries] = user ? [await store.sheets(user.id), await store.entries(user.id)] : [[], []];
    show(
        user ? h("p", { className: "muted" }, `用户：${user.name}`) : null,
        note(asked),
        h("h2", {}, "手机里的检测单"),
        kept.length === 0 ? h("p", { className: "muted" }, user ? "还没有。出发前请在有网络处载入。" : "登录后显示本人的检测单。") : null,
        kept.map(sheet => cardOf(sheet, entries.filter(one => one.survey === sheet.survey && one.state !== "sent").length)),
        asked?.value ? offered(asked.value, kept) : asked ? null : h("p", { className: "muted" }, "正在询问平台有哪些现场检测……"),
        h("p", { className: "muted small" }, "检测单和录入的内容只保存在这部手机的浏览器里，按用户分开；退出登录或换人登录后不再显示，本人重新登录后仍在。清除浏览器数据会丢失未发送的内容。请为手机设置锁屏密码。"));
}

// What is kept is there at once, however bad the line is.
async function home() {
    if (!globalThis.isSecureContext)
        return show(h("p", { className: "note bad" }, "当前不是以 https 打开，浏览器不允许离线保存；请以平台的 https 地址打开。"));
    const turn = ++turns;
    await draw(null);
    const asked = await line.surveys();
    if (asked.value)
        store.isUser(asked.value.user);
    if (turn === turns)
        await draw(asked);
}

async function go() {
    turns++;
    const asked = new URLSearchParams(location.hash.slice(1));
    const user = store.user();
    const sheet = user && asked.has("survey") ? await store.sheet(user.id, +asked.get("survey")) : null;
    if (!sheet)
        return home();
    scrollTo(0, 0);
    const point = sheet.points.find(one => one.id === +asked.get("point"));
    return point ? showPoint(sheet, point) : showSheet(sheet);
}

function tellNet() {
    const place = document.getElementById("net");
    place.textContent = navigator.onLine ? "有网络" : "无网络";
    place.className = navigator.onLine ? "net" : "net off";
}

document.getElementById("say").onclick = event => event.currentTarget.hidden = true;
addEventListener("hashchange", go);
addEventListener("online", tellNet);
addEventListener("offline", tellNet);
tellNet();
await go();
document.documentElement.dataset.kept = await keepPage();
