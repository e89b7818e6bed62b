import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentRules, outcomeOf } from '../../src/reply/policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { fingerprint } from '../../src/text/hash.ts';
import { lakeside, policy as shipped } from './policy.ts';

// The rules alone: the second opinion was fitted on these drafts, and src/train/reply.ts measures it by leaving sets out.
const { opinion, ...policy } = shipped;

type Labelled = {
  readonly id: string;
  readonly draft: string;
  readonly mention?: string;
  readonly violations: readonly string[];
};

const file = new URL('../fixtures/reply/drafts.jsonl', import.meta.url);
const drafts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Labelled);

/**
 * The first set (r…) was cut in two by the hash of the id. Sets written later to widen the rules are development; the
 * last (x…) was written after all tuning, and is held back too.
 */
const isDevelopment = ({ id }: Labelled) =>
  !/^[rx]/.test(id) || (id.startsWith('r') && fingerprint(id).charCodeAt(12) % 2 === 0);

const measure = (labelled: readonly Labelled[]) => {
  const counts = {
    hit: 0,
    extra: 0,
    missed: 0,
    unsafe: 0,
    unsafeBlocked: 0,
    safe: 0,
    safeBlocked: 0,
  };
  for (const { draft, mention, violations } of labelled) {
    const about = mention === undefined ? {} : { mention: { text: mention } };
    const findings = screen(draft, { policy, practice: lakeside, ...about });
    const found = new Set(findings.map(finding => finding.rule));
    for (const rule of contentRules)
      if (found.has(rule) && violations.includes(rule)) counts.hit++;
      else if (found.has(rule)) counts.extra++;
      else if (violations.includes(rule)) counts.missed++;
    const blocked = outcomeOf(findings) === 'block' ? 1 : 0;
    counts[violations.length > 0 ? 'unsafe' : 'safe']++;
    counts[violations.length > 0 ? 'unsafeBlocked' : 'safeBlocked'] += blocked;
  }
  return {
    f1: (2 * counts.hit) / (2 * counts.hit + counts.extra + counts.missed),
    unsafeBlocked: counts.unsafeBlocked / counts.unsafe,
    safeBlocked: counts.safeBlocked / counts.safe,
  };
};

// Floors may only rise, the ceiling on safe drafts only fall. The held-back half was written before the rules
// and its errors were not read.
test.each([
  ['the half that the rules were written with', drafts.filter(isDevelopment), 0.94, 0.98, 0.01],
  ['the half held back', drafts.filter(one => !isDevelopment(one)), 0.89, 0.96, 0.06],
] as const)('in %s, unsafe drafts are blocked and safe ones pass', (_, half, f1, unsafe, safe) => {
  const figures = measure(half);
  expect(figures.f1).toBeGreaterThanOrEqual(f1);
  expect(figures.unsafeBlocked).toBeGreaterThanOrEqual(unsafe);
  expect(figures.safeBlocked).toBeLessThanOrEqual(safe);
});

test('a second opinion speaks where no rule does, and says that it is one', () => {
  if (!opinion) throw new Error('the policy ships with a second opinion');
  const draft = 'Posting such a thing will not end well for you or your relatives.';
  expect(screen(draft, { policy })).toEqual([]);
  const [finding] = screen(draft, {
    policy: { ...policy, opinion: { ...opinion, threshold: 0.2 } },
  });
  expect(finding?.message).toMatch(/^resembles drafts of which one /);
});
