// What a phone keeps of surveys: sheets and what was entered, each under the number of the user whose it is. Nothing is kept anywhere else.
const Name = "ecopark-field";
const Who = "ecopark.field-user";

let opening = null;
const open = () => opening ??= new Promise((done, failed) => {
    const asked = indexedDB.open(Name, 1);
    asked.onupgradeneeded = () => {
        asked.result.createObjectStore("sheets", { keyPath: ["user", "survey"] });
        asked.result.createObjectStore("entries", { keyPath: ["user", "survey", "key"] });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
});

// Ends when it is on the disk of the phone: the battery may be empty the next moment.
const act = async (store, mode, what) => {
    const db = await open();
    return new Promise((done, failed) => {
        const turn = db.transaction(store, mode, { durability: "strict" });
        const asked = what(turn.objectStore(store));
        turn.oncomplete = () => done(asked?.result);
        turn.onerror = turn.onabort = () => failed(turn.error);
    });
};

const of = (...begin) => IDBKeyRange.bound(begin, [...begin, []]); // A list comes after every number and text.

export const sheets = user => act("sheets", "readonly", store => store.getAll(of(user)));
export const sheet = (user, survey) => act("sheets", "readonly", store => store.get([user, survey]));
export const keepSheet = sheet => act("sheets", "readwrite", store => store.put(sheet));
export const dropSheet = (user, survey) => act("sheets", "readwrite", store => store.delete([user, survey]));
export const entries = (user, survey) => act("entries", "readonly", store => store.getAll(survey === undefined ? of(user) : of(user, survey)));
export const entry = (user, survey, key) => act("entries", "readonly", store => store.get([user, survey, key]));
export const keep = entry => act("entries", "readwrite", store => store.put(entry));
export const drop = entry => act("entries", "readwrite", store => store.delete([entry.user, entry.survey, entry.key]));
export const dropEntries = (user, survey) => act("entries", "readwrite", store => store.delete(of(user, survey)));

// Who has last been known to sit in front of it. The sign-in page forgets it (page.js), so that the next one does not see this one's sheets.
export const user = () => JSON.parse(localStorage.getItem(Who) ?? "null");
export const isUser = user => localStorage.setItem(Who, JSON.stringify(user));
