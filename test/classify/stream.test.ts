import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { readKnowledge } from '../../src/commands/knowledge.ts';
import type { MentionKind } from '../../src/core/mention.ts';
import type { Bucket, FlagKind } from '../../src/core/verdict.ts';
import { lakeside } from './lakeside.ts';
import { root } from '../root.ts';

const judge = createClassifier(await readKnowledge(root), lakeside);
const read = (name: string) =>
  readFileSync(new URL(`test/fixtures/classify/${name}`, root), 'utf8')
    .trim()
    .split('\n');

type Written = {
  readonly half: 'dev' | 'held' | 'fresh';
  readonly kind: MentionKind;
  readonly text: string;
  readonly rating?: number;
  readonly flags: readonly FlagKind[];
  readonly bucket: Bucket;
};

const stream = read('stream.jsonl').map(line => JSON.parse(line) as Written);
const judged = stream.map(written => ({ written, verdict: judge(written) }));

type Counts = { right: number; wrong: number; missed: number };
const f1 = ({ right, wrong, missed }: Counts) => (2 * right) / (2 * right + wrong + missed);

const count = (kind: FlagKind): Counts => {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const { written, verdict } of judged) {
    const is = verdict.flags.some(flag => flag.kind === kind);
    const ought = written.flags.includes(kind);
    if (is && ought) counts.right++;
    else if (is) counts.wrong++;
    else if (ought) counts.missed++;
  }
  return counts;
};

/** Floors that may only rise: F1 over the written stream of 493 mentions. */
describe('the written stream', () => {
  it.each([
    ['urgent', 0.96],
    ['negative', 0.9],
    ['advice', 0.92],
    ['question', 0.97],
    ['privacy', 0.95],
    ['legal', 0.85],
    ['spam', 0.97],
  ] as const)('%s is flagged with an F1 of at least %f', (kind, floor) => {
    expect(f1(count(kind))).toBeGreaterThanOrEqual(floor);
  });

  it('goes into the right bucket nineteen times in twenty', () => {
    const right = judged.filter(
      ({ written, verdict }) => verdict.suggestion.bucket === written.bucket,
    );
    expect(right.length / judged.length).toBeGreaterThanOrEqual(0.95);
  });
});

/** One file a flag, `yes` or `no`, the kind, the text: how many may be judged wrongly, a number that may only fall. */
describe('the written cases of', () => {
  it.each([
    ['urgent', 4],
    ['advice', 0],
    ['question', 1],
    ['negative', 4],
    ['privacy', 1],
    ['legal', 0],
    ['spam', 0],
  ] as const)('%s: at most %i are wrong', (kind, most) => {
    const wrong = read(`${kind}.tsv`).filter(line => {
      const [expected = '', of = 'comment', text = ''] = line.split('\t');
      const { flags } = judge({ text, kind: of as MentionKind });
      return flags.some(flag => flag.kind === kind) !== (expected === 'yes');
    });
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(most);
  });
});
