/** The characters of the bytes 0x80 to 0xFF on the code pages of DOS, in which Excel still saves "CSV (MS-DOS)". */
const pages = {
  cp437: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ].join(''),
  cp850: [
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ].join(''),
} as const;

export type DosPage = keyof typeof pages;

/** The page that a label means; undefined for labels of anything else. */
export const dosPage = (label: string): DosPage | undefined => {
  const [, number] = /^(?:cp|ibm|cs?pc?8?codepage|dos-?)?-?(437|850|858)$/.exec(label) ?? [];
  if (number === undefined) return undefined;
  return number === '437' ? 'cp437' : 'cp850';
};

export const decodeDos = (bytes: Uint8Array, page: DosPage): string => {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += atOnce)
    pieces.push(
      Array.from(bytes.subarray(from, from + atOnce), byte =>
        byte < 0x80 ? String.fromCharCode(byte) : (pages[page][byte - 0x80] ?? ''),
      ).join(''),
    );
  return pieces.join('');
};

/** So many characters are put together in one go, which bounds the memory that it takes. */
const atOnce = 65_536;

/**
 * Whether text in one byte a character is of DOS rather than of Windows: there, the letters of Western Europe lie at 0x80
 * to 0xA5, where Windows has signs that stand in no word but for the apostrophe; its own letters begin at 0xC0.
 */
export const isDos = (bytes: Uint8Array): boolean => {
  let dos = 0;
  let windows = 0;
  for (let at = 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || !isLetter(bytes[at - 1] ?? 0)) continue;
    if (byte >= 0xc0) windows++;
    else if (byte <= 0xa5 && isDosLetter(byte, bytes[at + 1] ?? 0)) dos++;
  }
  return dos > windows;
};

/** Quotation marks end a word; where a letter follows, they are ô and ö. */
const isDosLetter = (byte: number, next: number): boolean =>
  byte === 0x93 || byte === 0x94 ? isLetter(next) : !ofWindows.has(byte);

/** What Windows has right after a letter: dots, apostrophes, dashes, the trade mark, š, œ, ž, a space that does not break. */
const ofWindows = new Set([0x85, 0x91, 0x92, 0x95, 0x96, 0x97, 0x99, 0x9a, 0x9c, 0x9e, 0xa0]);

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
