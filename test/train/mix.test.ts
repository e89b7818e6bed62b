import { describe, expect, it } from 'vitest';
import { chancesOf, readMix } from '../../src/classify/duty-mix.ts';
import { fitMix } from '../../src/train/mix.ts';

/** Either signal alone holds, both together do not: no straight line tells these apart. */
const texts = Array.from({ length: 800 }, (_, at) => {
  const [one, other] = [at & 1, (at >> 1) & 1];
  return {
    signals: Float64Array.of(1, one, other),
    holds: [one !== other, one === 1],
    worth: [1, 1],
  };
});

describe('the mix', () => {
  const rows = fitMix(texts, 7);

  it('learns what goes together', () => {
    for (const { signals, holds } of texts.slice(0, 4))
      expect(chancesOf(readMix(rows), signals).map(chance => chance > 0.5)).toEqual(holds);
  });

  it('is the same from the same texts', () => {
    expect(fitMix(texts, 7)).toEqual(rows);
  });

  it('learns nothing of a head from texts that do not say whether it holds', () => {
    const half = texts.map(text => ({ ...text, worth: [0, 1] }));
    const chances = chancesOf(readMix(fitMix(half, 7)), Float64Array.of(1, 1, 0));
    expect(chances[1]).toBeGreaterThan(0.5);
    expect(Math.abs((chances[0] ?? 0) - 0.5)).toBeLessThan(0.35);
  });
});
