/** Undoes quoted-printable on a byte string; a `=` that encodes nothing stays. */
export const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/[ \t]+(?=\r?\n|$)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Undoes base64 on a byte string; what is no base64 is passed over, as mail programs do. */
export const fromBase64 = (text: string): string => {
  const packed = text.replace(/[^a-z\d+/]/gi, '');
  return atob(packed.slice(0, packed.length - (packed.length % 4 === 1 ? 1 : 0)));
};
