import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentRules, outcomeOf } from '../../src/reply/policy.ts';
import { screen } from '../../src/reply/screen.ts';
import { lakeside, policy } from './policy.ts';

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

// Nobody wrote a rule or fitted a model with these drafts in view. Floors may only rise, the ceiling on safe ones only fall.
test('unsafe drafts are blocked for what they break, and safe ones pass', () => {
  const figures = measure(drafts);
  expect(figures.f1).toBeGreaterThanOrEqual(0.85);
  expect(figures.unsafeBlocked).toBeGreaterThanOrEqual(0.95);
  expect(figures.safeBlocked).toBeLessThanOrEqual(0.07);
});

test('no draft of the fixtures was learned from', () => {
  const learned = new URL('../../src/train/written/replies.jsonl', import.meta.url);
  const written = readFileSync(learned, 'utf8');
  for (const { draft } of drafts) expect(written).not.toContain(JSON.stringify(draft));
});
