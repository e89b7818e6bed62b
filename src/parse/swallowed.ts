/** A field that stands in markup where it does not belong: its tag as written, and its text, references not decoded. */
export type Swallowed = { readonly tag: string; readonly text: string; readonly isRaw: boolean };

/** One element with nothing but text in it; lengths are bounded so that no document makes this slow. */
const plainElement =
  /<([a-z][\w:.-]{0,40})(?:\s[^<>]{0,300})?>\s*(?:<!\[CDATA\[((?:(?!\]\]>)[^]){0,2000})\]\]>|([^<]{0,2000}))\s*<\/\1\s*>/gi;

/**
 * What an element without its end tag has swallowed: where that begins, and the fields that are plain text. Undefined when
 * it holds no field, and is only cut short.
 */
export const swallowedIn = (
  markup: string,
  isField: (tag: string) => boolean,
): { readonly at: number; readonly fields: readonly Swallowed[] } | undefined => {
  const fields: Swallowed[] = [];
  let at: number | undefined;
  for (const { 1: name = '', 2: raw, 3: text = '', index } of markup.matchAll(plainElement)) {
    const tag = name.toLowerCase();
    if (!isField(tag)) continue;
    at ??= index;
    fields.push({ tag, text: raw ?? text, isRaw: raw !== undefined });
  }
  return at === undefined ? undefined : { at, fields };
};
