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
  if (/^(?:image|audio|video)\/|^application\/(?!xhtml|xml|atom|html)/.test(type)) return undefined;
  if (field.markup !== undefined) return { as: 'html', value: field.markup };
  if (mode === 'base64')
    return { as: isPlain(type) ? 'text' : 'html', value: unpacked(field.text) };
  return { as: isPlain(type) && mode !== 'escaped' ? 'text' : 'html', value: field.text };
};

const isPlain = (type: string): boolean =>
  type === 'text' || type === 'text/plain' || type === 'plain';

const unpacked = (text: string): string =>
  new TextDecoder().decode(fromByteString(fromBase64(text)));
