// Fits the second opinion on drafts from our own labelled ones: `npx tsx src/train/reply.ts` writes data/models/reply.bin.
// Prints first what it adds to the rules on each set when it is fitted on the other sets.
import { readFileSync, writeFileSync } from 'node:fs';
import { shippedPolicy } from '../commands/policy.ts';
import { buckets, likenessOf } from '../reply/likeness.ts';
import { outputs, readOpinion } from '../reply/opinion.ts';
import { outcomeOf } from '../reply/policy.ts';
import { read } from '../reply/reading.ts';
import { screen } from '../reply/screen.ts';
import { descend } from './descend.ts';

type Labelled = { id: string; draft: string; mention?: string; violations: readonly string[] };

/**
 * From here on an opinion counts. On a set never seen, of drafts made to slip past the rules, it took what was blocked
 * from 46 to 80 in a hundred and stopped one safe draft more in 25; a lower threshold stops more safe ones.
 */
const threshold = 0.85;

const { opinion: _, ...policy } = await shippedPolicy(new URL('../../', import.meta.url));
const drafts = readFileSync('test/fixtures/reply/drafts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Labelled)
  .map(one => {
    const context = {
      policy,
      ...(one.mention === undefined ? {} : { mention: { text: one.mention } }),
    };
    const reading = read(one.draft, context);
    const all = reading.tokens.sentences.map((_, at) => at);
    const features = likenessOf(reading, [...policy.frames], all);
    return { ...one, context, features, set: one.id.charAt(0) };
  });

type Draft = (typeof drafts)[number];

const fit = (set: readonly Draft[]): Uint8Array => {
  const head = 4 * (outputs.length + 1);
  const bytes = new Uint8Array(head + outputs.length * (buckets + 1));
  const view = new DataView(bytes.buffer);
  const weights = new Int8Array(bytes.buffer, head);
  outputs.forEach((output, index) => {
    const holds = ({ violations }: Draft) =>
      output === 'unsafe' ? violations.length > 0 : violations.includes(output);
    const row = descend(
      set.map(one => ({ features: one.features, label: holds(one) ? 1 : -1 })),
      buckets,
    );
    const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    view.setFloat32(4 * index, scale, true);
    row.forEach((weight, at) => (weights[index * (buckets + 1) + at] = Math.round(weight / scale)));
  });
  view.setFloat32(4 * outputs.length, threshold, true);
  return bytes;
};

const measure = (
  name: string,
  test: readonly Draft[],
  bytes: Uint8Array | undefined,
  at = threshold,
) => {
  const opinion = bytes && { ...readOpinion(bytes, 'fit'), threshold: at };
  const counts = { hit: 0, extra: 0, missed: 0, unsafe: 0, caught: 0, safe: 0, stopped: 0 };
  for (const { draft, context, violations } of test) {
    const withOpinion = opinion ? { ...context, policy: { ...policy, opinion } } : context;
    const findings = screen(draft, withOpinion);
    const found = new Set(
      findings.filter(one => outputs.includes(one.rule as never)).map(one => one.rule),
    );
    for (const rule of found) counts[violations.includes(rule) ? 'hit' : 'extra']++;
    for (const rule of violations) if (!found.has(rule)) counts.missed++;
    const blocked = outcomeOf(findings) === 'block' ? 1 : 0;
    counts[violations.length > 0 ? 'unsafe' : 'safe']++;
    counts[violations.length > 0 ? 'caught' : 'stopped'] += blocked;
  }
  const { hit, extra, missed, unsafe, caught, safe, stopped } = counts;
  console.log(
    `${name}: F1 ${((2 * hit) / (2 * hit + extra + missed)).toFixed(3)}, unsafe blocked ${(caught / unsafe).toFixed(3)}, safe blocked ${(stopped / safe).toFixed(3)}`,
  );
};

for (const left of new Set(drafts.map(one => one.set))) {
  const test = drafts.filter(one => one.set === left);
  const bytes = fit(drafts.filter(one => one.set !== left));
  measure(`set ${left}, rules alone`, test, undefined);
  for (const at of [0.7, 0.8, 0.85, 0.9, 0.95])
    measure(`set ${left}, opinion from ${at}`, test, bytes, at);
}
writeFileSync('data/models/reply.bin', fit(drafts));
