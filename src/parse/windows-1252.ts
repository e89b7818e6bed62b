/** Code points of the bytes 0x80 to 0x9f, from the WHATWG encoding standard; Node 20 decodes them as C1 controls. */
const upper =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Decodes windows-1252, which is what the web means by latin-1 and by ASCII; every byte is a character. */
export const decodeWindows1252 = (bytes: Uint8Array): string => {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(
    /[\u0080-\u009f]/g,
    control => upper[control.charCodeAt(0) - 0x80] ?? control,
  );
};
