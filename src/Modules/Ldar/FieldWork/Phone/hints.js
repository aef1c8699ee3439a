// What the phone says of a reading at once. It is a hint: the platform judges, by its own rules, when the reading is sent. Words and limits come from there.
export const parkTime = (sheet, time) => {
    const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(sheet.offset);
    return new Date(new Date(time).getTime() + (sign === "-" ? -1 : 1) * (hours * 60 + +minutes) * 60_000).toISOString();
};
export const clock = (sheet, time) => parkTime(sheet, time).slice(11, 19);
export const wall = (sheet, time) => parkTime(sheet, time).slice(0, 16).replace("T", " ");
// A time of the survey's day, on the park's clock.
export const moment = (sheet, time) => `${sheet.about.day}T${time.length === 5 ? time + ":00" : time}${sheet.offset}`;
export const figure = value => value === null || value === undefined ? "—" : String(Math.round(value * 100) / 100);

const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const before = (one, other) => new Date(one) < new Date(other);

// Those entered here that the sheet does not have from the platform.
export const ownBackgrounds = (sheet, entries) => entries.filter(one => one.kind === "background" && !sheet.backgrounds.some(had => new Date(had.at).getTime() === new Date(one.values.at).getTime() && one.state === "sent"));

// All that count, in the order of time; what the platform has refused does not.
export const backgrounds = (sheet, entries) => [
    ...sheet.backgrounds,
    ...ownBackgrounds(sheet, entries).filter(one => one.state !== "refused").map(one => ({ at: one.values.at, ppm: one.values.ppm })),
].sort((one, other) => new Date(one.at) - new Date(other.at));

export const backgroundAt = (grounds, at) => grounds.findLast(one => !before(at, one.at));

// Without a background before it a reading can never be judged: it is not taken at all.
export const lacksGround = (sheet, grounds, at) =>
    grounds.length === 0 ? sheet.words.noBackground
    : before(at, grounds[0].at) ? fill(sheet.words.beforeBackground, { at: wall(sheet, at), background: wall(sheet, grounds[0].at) }) : null;

// What the platform will refuse unless it is corrected; it is kept all the same, for it was seen.
export const doubt = (sheet, point, at, ppm) =>
    point.refusal
    ?? (before(at, sheet.calibratedAt) ? fill(sheet.words.beforeCalibration, { at: wall(sheet, at) }) : null)
    ?? sheet.words.notVerified
    ?? (ppm > sheet.instrument.range ? fill(sheet.words.outOfRange, { ppm: figure(ppm) }) : null);

export const net = (ppm, background) => Math.max(0, Math.round((ppm - background) * 10_000) / 10_000);
export const isLeak = (point, net, isDripping) => isDripping || (point.isLimitInclusive ? net >= point.limit : net > point.limit);
