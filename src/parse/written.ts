import type { Element } from './element.ts';
import type { Written } from './raw-entry.ts';

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
    return { as: isPlain(type) ? 'text' : 'html', value: fromBase64(field.text) };
  return { as: isPlain(type) && mode !== 'escaped' ? 'text' : 'html', value: field.text };
};

const isPlain = (type: string): boolean =>
  type === 'text' || type === 'text/plain' || type === 'plain';

const fromBase64 = (text: string): string => {
  const packed = text.replace(/\s+/g, '');
  if (!/^[a-z\d+/]*={0,2}$/i.test(packed) || packed.length % 4 === 1) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(packed), unit => unit.charCodeAt(0)));
};
