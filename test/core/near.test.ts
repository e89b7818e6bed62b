import { describe, expect, it } from 'vitest';
import { anchorsOf, isNearDuplicate, nearIndex } from '../../src/core/near.ts';
import { aMonth } from './month.ts';

/** Folds a month as it comes in; says how many of the pairs found are right, and how many of the right ones were found. */
const measure = (size: number, seed: number) => {
  const { mentions, repeats } = aMonth(size, seed);
  const index = nearIndex();
  const byId = new Map(mentions.map(mention => [mention.id, mention]));
  const rootOf = (id: string): string => repeats.get(id) ?? id;
  const families = new Map<string, number>();
  let [right, wrong, expected] = [0, 0, 0];
  for (const mention of mentions) {
    const known = (families.get(rootOf(mention.id)) ?? 0) > 0;
    const posting = { anchors: anchorsOf(mention), publishedAt: mention.publishedAt };
    const found = index
      .candidates(posting)
      .flatMap(id => byId.get(id) ?? [])
      .find(other => isNearDuplicate(other, mention));
    if (known) expected++;
    if (found && rootOf(found.id) === rootOf(mention.id)) right++;
    else if (found) wrong++;
    families.set(rootOf(mention.id), 1);
    if (!found) index.put(mention.id, posting);
  }
  return {
    precision: right / (right + wrong),
    recall: right / expected,
    expected,
  };
};

describe('near duplicates', () => {
  it.each([1, 2, 3])('are found in a generated month, and namesakes left apart (seed %i)', seed => {
    const { precision, recall, expected } = measure(
      Number(process.env['LISTEN_MONTH'] ?? 1500),
      seed * 7919,
    );
    expect(expected).toBeGreaterThan(100);
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});
