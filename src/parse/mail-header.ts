import { fromByteString } from './byte-string.ts';
import { decode } from './decode.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encoding.ts';

export type Headers = ReadonlyMap<string, string>;

/** Splits a message or a part (a byte string) into its headers, unfolded, by name in lower case, and its body. */
export const splitHeaders = (
  message: string,
): { readonly headers: Headers; readonly body: string } => {
  const blank = /\r?\n\r?\n/.exec(message);
  const head = blank ? message.slice(0, blank.index) : message;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: blank ? message.slice(blank.index + blank[0].length) : '' };
};

/** A header as a person reads it: encoded words (RFC 2047) decoded, raw bytes read as UTF-8 or windows-1252. */
export const headerText = (value: string): string =>
  decode(fromByteString(value), 'text/plain')
    .text.replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(
      /=\?([\w-]{1,40})(?:\*\w+)?\?([bq])\?([^?\s]{0,2000})\?=/gi,
      (_, charset: string, how: string, words: string) => {
        const bytes = /b/i.test(how)
          ? fromBase64(words)
          : fromQuotedPrintable(words.replace(/_/g, ' '));
        return decode(fromByteString(bytes), `text/plain; charset=${charset}`).text;
      },
    );

/** A parameter of a header: `boundary`, `charset`. */
export const parameterOf = (value: string, name: string): string | undefined => {
  const [, quoted, bare] =
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? [];
  return quoted ?? bare;
};
