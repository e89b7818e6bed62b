import { fieldOf, listField, textField } from './json.ts';

/**
 * The text of a Bluesky post with its links written out: the text only shows their beginning ("example.com/a..."), the
 * address stands in a facet, whose place is counted in bytes of UTF-8.
 */
export const withFacets = (record: unknown): string => {
  const text = textField(record, 'text') ?? '';
  const links = listField(record, 'facets')
    .map(facet => ({
      start: Number(fieldOf(facet, 'index', 'byteStart')),
      end: Number(fieldOf(facet, 'index', 'byteEnd')),
      address: listField(facet, 'features').flatMap(feature => textField(feature, 'uri') ?? [])[0],
    }))
    .filter(({ start, end, address }) => address !== undefined && start >= 0 && end > start)
    .sort((a, b) => a.start - b.start);
  if (links.length === 0) return text;
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder();
  let written = '';
  let done = 0;
  for (const { start, end, address } of links) {
    if (start < done || end > bytes.length) continue;
    written += decoder.decode(bytes.subarray(done, start)) + address;
    done = end;
  }
  return written + decoder.decode(bytes.subarray(done));
};
