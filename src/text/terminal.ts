/**
 * What must not reach a terminal: C0 and C1 controls (escape sequences begin with one), bidirectional overrides and
 * isolates, invisible format characters, tag characters, lone surrogates. Joiners stay, since emoji and scripts need them.
 */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/** A text as one line that is safe to draw: breaks and tabs become spaces, all else that steers a terminal goes. */
export const safe = (text: string): string =>
  /^[ -~]*$/.test(text)
    ? text
    : text.replace(/[\t\n\r\u0085\u2028\u2029]/g, ' ').replace(unsafe, '');

/** The same for a text of several lines. */
export const safeLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r]/)
    .map(safe)
    .join('\n');
