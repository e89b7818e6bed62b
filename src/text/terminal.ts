/**
 * UTF-16 units that may stand in any terminal as they are: printable ASCII, Latin, Greek and Cyrillic letters, common
 * marks, kana, ideographs. A table, since nearly all text passes here and a regular expression takes five times as long.
 */
const harmless = new Uint8Array(0x10000);
for (const [from, to] of [
  ...[
    [0x0a, 0x0a],
    [0x20, 0x7e],
    [0xa1, 0xac],
    [0xae, 0x2ff],
    [0x386, 0x481],
    [0x2010, 0x2027],
  ],
  ...[
    [0x2030, 0x205e],
    [0x20a0, 0x20bf],
    [0x3001, 0x3029],
    [0x3041, 0x3096],
    [0x30a1, 0x30fa],
  ],
  [0x4e00, 0x9fff],
] as const)
  harmless.fill(1, from, to + 1);

const needsCare = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (harmless[unit] === 1) continue;
    // A whole emoji of the four common blocks; joiners and modifiers after it are looked at.
    const next = text.charCodeAt(index + 1);
    const isEmoji = unit >= 0xd83c && unit <= 0xd83e && next >= 0xdc00 && next <= 0xdfff;
    const isModifier = unit === 0xd83c && (next >= 0xdffb || next <= 0xdeff);
    if (!isEmoji || isModifier) return true;
    index++;
  }
  return false;
};

/** ESC sequences and their 8-bit forms: CSI, then strings up to their terminator, then two-character ones. */
const escapeSequence =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])(?:[^\u0007\u001b\u0090\u0098\u009c-\u009f]{0,4096}(?:\u0007|\u009c|\u001b\\))?|\u001b[ -/]{0,16}[0-~]?/g;

/** Line ends of other systems and of Unicode. */
const lineEnd = /\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g;

/** Spaces that are not U+0020 would break searching and column counts. */
const oddSpace = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Controls, bidi controls, unpaired surrogates, fillers that show nothing, non-characters. */
const invisible =
  /\p{Cc}|\p{Cs}|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|[\u034f\u17b4\u17b5\u180b-\u180d\u180f]/gu;

/** A zero-width joiner or a variation selector says something only after a pictograph (or a keycap's digit). */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const straySelector = /(?<![\p{Extended_Pictographic}\p{Emoji}])[\ufe00-\ufe0f]/gu;

/** No living script stacks more marks on a letter; "zalgo" text stacks dozens, and they overprint other rows. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu;

/**
 * Text that may be written to any terminal: no control character but the line feed, no escape sequence, no bidi
 * control, nothing invisible, at most four marks on a letter, in Unicode's composed form (NFC). Idempotent.
 */
export const terminalSafe = (text: string): string => {
  if (!needsCare(text)) return text;
  const visible = text
    .replace(escapeSequence, '')
    .replace(lineEnd, '\n')
    .replace(oddSpace, ' ')
    .replace(invisible, character => (character === '\n' ? '\n' : ''));
  return needsCare(visible) ? calm(visible) : visible;
};

/** Without joiners and selectors that join nothing, and without towers of marks. */
const calm = (text: string): string => {
  if (!/\p{M}|\u200d/u.test(text)) return text.normalize('NFC');
  const joined = text.replace(straySelector, '').replace(strayJoiner, '');
  // Before composing, since sorting a tower of marks takes quadratic time; and after, since composing may build one.
  return joined.replace(stackedMarks, '$1').normalize('NFC').replace(stackedMarks, '$1');
};

/** The same on one line: every run of white space becomes one space, the ends are trimmed. */
export const terminalLine = (text: string): string =>
  terminalSafe(text).replace(/\s+/g, ' ').trim();

/** A text as one line that is safe to draw; its spaces stay as they are. */
export const safe = (text: string): string => terminalSafe(text).replace(/\n/g, ' ');
