// The line to the platform. A failure is a value: what happened, in words, and whether it is the session that has ended.
import * as store from "./store.js";

const Batch = 100;
const Patience = 60_000; // Of a batch on a bad line; sent again, nothing is stored twice.

async function ask(address, how) {
    let answer;
    try {
        answer = await fetch(address, { ...how, signal: AbortSignal.timeout(Patience) });
    } catch {
        return { problem: "现在连不上平台，录入的内容都保存在手机里，有网络后再试。" };
    }
    if (answer.status === 401)
        return { problem: "登录已失效，请重新登录后再试；录入的内容都保存在手机里。", isSignedOut: true };
    const body = await answer.json().catch(() => null);
    return answer.ok ? { value: body } : { problem: body?.detail ?? `平台没有接收（${answer.status}），录入的内容都保存在手机里，请稍后再试。` };
}

export const surveys = () => ask("/api/v1/ldar/field/surveys");
export const sheet = (survey, prefix) => ask(`/api/v1/ldar/field/surveys/${survey}?prefix=${encodeURIComponent(prefix)}`);

// Sends what is not sent yet, in batches; each answer is written down before the next batch goes. Sending again what the platform has stores nothing twice.
export async function send(user, survey, progress) {
    const waiting = (await store.entries(user, survey)).filter(one => one.state !== "sent").sort((one, other) => (one.kind !== "background") - (other.kind !== "background") || one.at - other.at);
    const done = { stored: 0, refused: 0 };
    for (let first = 0; first < waiting.length; first += Batch) {
        progress(first, waiting.length);
        const part = waiting.slice(first, first + Batch);
        const answer = await ask(`/api/v1/ldar/field/surveys/${survey}/entries`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ user, entries: part.map(({ key, kind, values }) => ({ key, kind, values })) }),
        });
        if (answer.problem)
            return { ...done, ...answer };
        for (const one of answer.value.answers)
            done[await settle(part.find(entry => entry.key === one.key), one) ? "stored" : "refused"]++;
    }
    return { ...done, ...await sendPhotos(user, survey) };
}

// The entry as it is now: it may have been corrected while its old form was on the way.
async function settle(sent, answer) {
    const now = await store.entry(sent.user, sent.survey, sent.key);
    if (now && now.version === sent.version)
        await store.keep({ ...now, state: answer.id ? "sent" : "refused", reason: answer.reason, answer });
    return !!answer.id;
}

const Types = { reading: "ldar-readings", unreachable: "ldar-seal-points" };

async function sendPhotos(user, survey) {
    for (const entry of (await store.entries(user, survey)).filter(one => one.state === "sent" && one.photo)) {
        const address = `/api/v1/records/${Types[entry.kind]}/${entry.answer.id}/attachments`;
        const name = `现场照片-${entry.key}.jpg`;
        const there = await ask(address);
        if (there.problem)
            return there;
        if (!there.value.some(one => one.fileName === name)) {
            const form = new FormData();
            form.append("file", new File([entry.photo], name, { type: "image/jpeg" }));
            const answer = await ask(address, { method: "POST", body: form });
            if (answer.problem)
                return answer;
        }
        await store.keep({ ...entry, photo: null, hasPhoto: true });
    }
    return {};
}
