// Reads QR codes and, where the browser can, barcodes from the camera: the labels of the platform and tags of others.
const Formats = ["qr_code", "code_128", "code_39", "data_matrix", "ean_13"];

const detector = async () => {
    if (!("BarcodeDetector" in globalThis))
        return null;
    const known = await BarcodeDetector.getSupportedFormats();
    const formats = Formats.filter(format => known.includes(format));
    return formats.includes("qr_code") ? new BarcodeDetector({ formats }) : null;
};

const read = async (reader, canvas) => {
    if (reader)
        return (await reader.detect(canvas))[0]?.rawValue;
    const image = canvas.getContext("2d", { willReadFrequently: true }).getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(image.data, image.width, image.height)?.data;
};

// Looks until “take” says that what was read is what is looked for, or “signal” ends it.
export async function scan(video, take, signal) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    const end = () => stream.getTracks().forEach(track => track.stop());
    if (signal.aborted)
        return end();
    signal.addEventListener("abort", end);
    try {
        video.srcObject = stream;
        await video.play();
        const [reader, canvas] = [await detector(), document.createElement("canvas")];
        while (!signal.aborted) {
            if (video.videoWidth > 0) {
                const scale = Math.min(1, 800 / Math.max(video.videoWidth, video.videoHeight));
                [canvas.width, canvas.height] = [video.videoWidth * scale, video.videoHeight * scale];
                canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
                const text = await read(reader, canvas);
                if (text && take(text))
                    return;
            }
            await new Promise(done => setTimeout(done, 150));
        }
    } finally {
        end();
    }
}

// The seal that a label or tag means: the address of its record, or its code.
export const pointOf = (sheet, text) => {
    const id = /\/records\/ldar-seal-points\/(\d+)(?:[/?#]|$)/.exec(text)?.[1];
    return id ? sheet.points.find(point => point.id === +id) : sheet.points.find(point => point.code.toLowerCase() === text.trim().toLowerCase());
};

// A photo as the platform wants it: large enough to see the seal, small enough for a bad line.
export async function shrink(file) {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, 1_600 / Math.max(image.width, image.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(image.width * scale), height: Math.round(image.height * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done, failed) => canvas.toBlob(blob => blob ? done(blob) : failed(new Error("no image")), "image/jpeg", .82));
}
