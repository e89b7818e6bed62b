import type { Problem } from './parsed.ts';
import { decodeDos, dosPage, isDos } from './dos-pages.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type Decoded = {
  readonly text: string;
  /** The encoding that was used, by its WHATWG name. */
  readonly encoding: string;
  readonly problems: readonly Problem[];
};

/**
 * Bytes to text, by the first of these that fits: byte order mark, charset of the content type, XML declaration,
 * UTF-8 when the bytes are valid, windows-1252. A declared encoding that the bytes contradict is passed over.
 */
export const decode = (bytes: Uint8Array, contentType = ''): Decoded => {
  const decoded = decodedAs(bytes, contentType);
  return strayControl.test(decoded.text)
    ? { ...decoded, text: decoded.text.replace(strayControls, asWindows1252) }
    : decoded;
};

/** Quotes, dashes and the like of windows-1252 that were taken for Latin-1 on their way into Unicode; not what begins escape sequences. */
const strayControl = /[\u0080\u0082\u0084\u0085\u008b\u0091-\u0097\u0099]/;
const strayControls = new RegExp(strayControl, 'g');
const asWindows1252 = (control: string): string =>
  decodeWindows1252(Uint8Array.of(control.charCodeAt(0)));

const decodedAs = (bytes: Uint8Array, contentType: string): Decoded => {
  const marked = markedEncoding(bytes);
  if (marked !== undefined)
    return { text: decodeAs(marked, bytes) ?? '', encoding: marked, problems: [] };
  const declared = [charsetOf(contentType), declaredEncoding(bytes)].flatMap(name => name ?? []);
  const problems: Problem[] = [];
  for (const label of declared) {
    // Servers say iso-8859-1 by default. Text in it is next to never valid UTF-8 by chance, so then it is not in it.
    const text =
      (isSingleByte(label) ? decodeAs('utf-8', bytes, true) : undefined) ??
      decodeAs(label, bytes, true);
    if (text !== undefined) return { text, encoding: label, problems };
    problems.push({
      kind: 'encoding',
      message: `The feed says it is encoded as ${label}, but it is not, or nobody knows that encoding.`,
    });
  }
  const utf8 = decodeAs('utf-8', bytes, true);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', problems: [] };
  const mostlyUtf8 = decodeAs('utf-8', bytes) ?? '';
  return isMostlyUtf8(mostlyUtf8, bytes.length)
    ? { text: mostlyUtf8, encoding: 'utf-8', problems: [brokenBytes, ...problems] }
    : isDos(bytes)
      ? { text: decodeDos(bytes, 'cp850'), encoding: 'cp850', problems }
      : { text: decodeWindows1252(bytes), encoding: 'windows-1252', problems };
};

const brokenBytes: Problem = {
  kind: 'encoding',
  message: 'Some bytes are no characters in UTF-8; they show as \ufffd.',
};

/** A UTF-8 file with a few bad bytes (a cut character, a pasted quote) has more multi-byte characters than errors. */
const isMostlyUtf8 = (text: string, bytes: number): boolean => {
  const errors = text.split('\ufffd').length - 1;
  const saved = bytes - text.length;
  return saved > errors * 4;
};

const decodeAs = (label: string, bytes: Uint8Array, fatal = false): string | undefined => {
  const name = aliases.get(label) ?? label;
  if (name === 'windows-1252') return decodeWindows1252(bytes);
  const page = dosPage(name);
  if (page !== undefined) return decodeDos(bytes, page);
  if (name === 'utf-32be' || name === 'utf-32le') return decodeUtf32(bytes, name === 'utf-32le');
  try {
    return new TextDecoder(name, { fatal }).decode(bytes);
  } catch {
    // An unknown label or bytes that do not fit it: the caller asks for the next encoding.
    return undefined;
  }
};

/** TextDecoder does not know UTF-32, which a few old servers write. */
const decodeUtf32 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    if (point !== 0xfeff)
      characters.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return characters.join('');
};

/** Labels that mean windows-1252 on the web, and some that TextDecoder does not know. */
const aliases = new Map([
  ...['windows-1252', 'cp1252', 'x-cp1252', 'iso-8859-1', 'iso8859-1', 'iso_8859-1'].map(
    label => [label, 'windows-1252'] as const,
  ),
  ...['latin1', 'latin-1', 'l1', 'us-ascii', 'ascii'].map(
    label => [label, 'windows-1252'] as const,
  ),
  ['utf8', 'utf-8'],
  ['ucs-2', 'utf-16le'],
  ['utf-16', 'utf-16le'],
]);

const isSingleByte = (label: string): boolean => aliases.get(label) === 'windows-1252';

const markedEncoding = ([a, b, c, d]: Uint8Array): string | undefined => {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c)))
    return 'utf-32be';
  if ((a === 0xff ? b === 0xfe : a === 0x3c && b === 0) && c === 0 && d === 0) return 'utf-32le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  // No mark, but a `<` with a zero byte beside it cannot be anything else.
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  return undefined;
};

const charsetOf = (contentType: string): string | undefined =>
  /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType.slice(0, 1000))?.[1]?.toLowerCase();

const declaredEncoding = (bytes: Uint8Array): string | undefined => {
  const head = decodeWindows1252(bytes.subarray(0, 1000));
  const name = /<\?xml[^>]{0,500}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  // Whoever could write this declaration in single bytes did not write UTF-16.
  return name && !/^(?:utf-?16|ucs-?[24]|utf-?32)/i.test(name) ? name.toLowerCase() : undefined;
};
