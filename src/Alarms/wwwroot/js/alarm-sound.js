// Three tones by level, repeated until told to stop. Browsers keep pages silent until the person has done something: the page is told of both states.
const tones = {
    1: { notes: [[880, .16], [660, .16], [880, .16], [660, .16]], every: 3000 },
    2: { notes: [[740, .22], [740, .22]], every: 5000 },
    3: { notes: [[523, .4]], every: 8000 }
};
let context, owner, level = 0, timer;

export async function begin(page) {
    owner = page;
    context ??= new AudioContext();
    context.onstatechange = tell;
    for (const kind of ["pointerdown", "keydown"])
        document.addEventListener(kind, unlock, { capture: true });
    if (navigator.userActivation?.hasBeenActive)
        await unlock(); // The click came before this file did.
    await tell();
}

export function play(wanted) {
    if (wanted === level)
        return;
    clearInterval(timer);
    level = wanted;
    if (level === 0)
        return;
    sound();
    timer = setInterval(sound, tones[level].every);
}

export function end() {
    play(0);
    for (const kind of ["pointerdown", "keydown"])
        document.removeEventListener(kind, unlock, { capture: true });
    owner = null;
}

async function unlock() {
    if (context.state === "suspended")
        await context.resume();
}

async function tell() {
    await owner?.invokeMethodAsync("Unlocked", context.state === "running");
}

function sound() {
    if (context.state !== "running")
        return; // It sounds with the next repeat after the first click.
    let at = context.currentTime + .02;
    for (const [pitch, seconds] of tones[level].notes) {
        const oscillator = context.createOscillator();
        const gain = context.createGain();
        oscillator.frequency.value = pitch;
        gain.gain.setValueAtTime(0, at);
        gain.gain.linearRampToValueAtTime(.25, at + .01);
        gain.gain.linearRampToValueAtTime(0, at + seconds);
        oscillator.connect(gain).connect(context.destination);
        oscillator.start(at);
        oscillator.stop(at + seconds);
        at += seconds + .04;
    }
}
