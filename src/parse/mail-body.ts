import { fromByteString } from './byte-string.ts';
import { decode } from './decode.ts';
import { parameterOf, splitHeaders } from './mail-header.ts';
import type { Headers } from './mail-header.ts';
import { fromBase64, fromQuotedPrintable } from './transfer-encoding.ts';

/** The readable parts of a message. */
export type MailBody = { html?: string; text?: string };

/** Parts within parts; real mails have three levels. */
const deepest = 8;

/** Finds the first HTML and the first plain part of a message, whatever they are wrapped in; attachments are passed over. */
export const readBody = (
  headers: Headers,
  body: string,
  depth = 0,
  found: MailBody = {},
): MailBody => {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = parameterOf(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary && depth < deepest) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      if (part.startsWith('--')) break;
      const inner = splitHeaders(part.replace(/^\r?\n/, ''));
      readBody(inner.headers, inner.body, depth + 1, found);
    }
    return found;
  }
  if (/^attachment/i.test(headers.get('content-disposition') ?? '')) return found;
  if (/^text\/html/i.test(type)) found.html ??= decoded(headers, body, type);
  else if (/^text\/plain/i.test(type)) found.text ??= decoded(headers, body, type);
  return found;
};

const decoded = (headers: Headers, body: string, type: string): string => {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  const bytes =
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : body;
  return decode(fromByteString(bytes), type).text;
};
