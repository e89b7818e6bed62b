// Fits what drafts resemble from our own labelled ones: `npx tsx src/train/reply.ts` writes data/models/reply.bin.
// Prints first what rules and model do together on folds that the model was not fitted on.
import { readFileSync, writeFileSync } from 'node:fs';
import { shippedRules } from '../commands/policy.ts';
import { buckets, likenessOf, likenessOfAnswered } from '../reply/likeness.ts';
import { outputs, writeOpinion } from '../reply/opinion.ts';
import type { Model, Output } from '../reply/opinion.ts';
import { read } from '../reply/reading.ts';
import { fingerprint } from '../text/hash.ts';
import { descend } from './descend.ts';
import { bestBalance, scoresAndRulings, tell } from './reply-balance.ts';
import type { Labelled } from './reply-balance.ts';

const policy = await shippedRules(new URL('../../', import.meta.url));
const drafts = readFileSync('src/train/written/replies.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Labelled);

type Text = { readonly features: readonly number[]; readonly violations: readonly string[] };

/**
 * A draft as one text, with what it answers and without, since scripts may leave that out; a safe one also sentence by
 * sentence, since each of its sentences is safe.
 */
const textsOf = ({ draft, mention, violations }: Labelled): readonly Text[] =>
  (mention === undefined ? [undefined] : [undefined, { text: mention }]).flatMap(about => {
    const reading = read(draft, { policy, ...(about && { mention: about }) });
    const answered = likenessOfAnswered(about);
    const parts = reading.tokens.sentences.map((_, at) => [
      ...likenessOf(reading, [...policy.frames], at),
      ...answered,
    ]);
    const whole = { features: [...new Set(parts.flat())], violations };
    if (violations.length > 0 || parts.length < 2) return [whole];
    return [whole, ...parts.map(features => ({ features, violations }))];
  });

const holds = (output: Output, { violations }: Text): boolean =>
  output === 'unsafe' ? violations.length > 0 : violations.includes(output);

/** Features met in one text alone tell nothing of others. */
const common = (texts: readonly Text[]): readonly Text[] => {
  const counts = new Uint16Array(buckets);
  for (const { features } of texts) for (const feature of features) counts[feature]!++;
  return texts.map(text => ({ ...text, features: text.features.filter(one => counts[one]! > 1) }));
};

const fit = (texts: readonly Text[]): Model => {
  const weights = new Int8Array(outputs.length * (buckets + 1));
  const known = common(texts);
  const scales = outputs.map((output, index) => {
    const row = descend(
      known.map(one => ({ features: one.features, label: holds(output, one) ? 1 : -1 })),
      buckets,
    );
    const scale = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    row.forEach((weight, at) => (weights[index * (buckets + 1) + at] = Math.round(weight / scale)));
    return scale;
  });
  return { weights, scales };
};

const folds = 5;
const foldOf = ({ id }: Labelled): number => fingerprint(id).charCodeAt(9) % folds;
/** The rules were written with the other drafts in view, so what rules find there is no measure. */
const isNewToRules = ({ id }: Labelled): boolean => /^[amnpqyz]/.test(id);

const texts = drafts.map(textsOf);
const judged = Array.from({ length: folds }, (_, fold) => {
  const inside = (one: Labelled) => foldOf(one) === fold && isNewToRules(one);
  const model = fit(texts.filter((_, at) => !inside(drafts[at]!)).flat());
  return drafts.filter(inside).map(one => scoresAndRulings(one, policy, model));
}).flat();

// Pairs that differ in a word or two teach the model, but nobody writes that many of them.
const balance = bestBalance(judged.filter(({ one }) => !one.id.startsWith('p')));
tell(judged, balance);
writeFileSync('data/models/reply.bin', writeOpinion({ ...fit(texts.flat()), balance }));
