/** A string whose characters are the bytes (0 to 255), for formats that mix encodings, and back. */
export const toByteString = (bytes: Uint8Array): string => {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return chunks.join('');
};

/** More arguments than this overflow the stack on some platforms. */
const chunk = 8192;

export const fromByteString = (text: string): Uint8Array =>
  Uint8Array.from(text, character => character.charCodeAt(0) & 0xff);
