import type { Collection } from './collection.ts';

/** So many bytes of mentions are checked to the last byte at every start; it takes some 10 ms. */
const smallStore = 8_000_000;

/** Checks that all segments are there and as long as they should be; small stores are checked wholly. */
export const checkSizes = async ({ segments, files }: Collection): Promise<void> => {
  const bytes = segments().reduce((sum, segment) => sum + segment.bytes, 0);
  for (const segment of segments()) await files.check(segment, bytes <= smallStore);
};

/** Reads all segments and their copies, and what was made from them. */
export const checkSegments = async ({ segments, files }: Collection): Promise<void> => {
  for (const segment of segments()) {
    await files.check(segment, true);
    await files.readAll(segment);
    await files.rows(segment);
    await files.keys(segment);
  }
};
