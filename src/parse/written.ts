import { fromByteString } from './byte-string.ts';
import type { Element } from './element.ts';
import type { Written } from './raw-entry.ts';
import { fromBase64 } from './transfer-encoding.ts';

/**
 * What a field that people read says. RSS fields are HTML whether they say so or not; Atom says it in `type`, and in
 * 0.3 in `mode`. Undefined for what is not text at all (an image in base64, a link to a video).
 */
export const writtenIn = (field: Element): Written | undefined => {
  const type = (field.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = field.attributes.get('mode')?.trim().toLowerCase();
  const isPacked =
    mode === 'base64' || (field.name === 'atom:content' && type === 'application/octet-stream');
  if (isPacked && !/^(?:image|audio|video)\//.test(type)) {
    const value = unpacked(field.text);
    return value === undefined ? undefined : { as: isPlain(type) ? 'text' : 'html', value };
  }
  if (/^(?:image|audio|video)\/|^application\/(?!xhtml|xml|atom|html)/.test(type)) return undefined;
  if (field.markup !== undefined) return { as: 'html', value: field.markup };
  return { as: isPlain(type) && mode !== 'escaped' ? 'text' : 'html', value: field.text };
};

const isPlain = (type: string): boolean =>
  type === 'text' || type === 'text/plain' || type === 'plain';

/** Text that was packed in base64; undefined when it holds something else. */
const unpacked = (text: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fromByteString(fromBase64(text)));
  } catch {
    // Not text in UTF-8: a picture, a document.
    return undefined;
  }
};
