import { readDocument } from '../classify/document.ts';
import { readFeatures } from '../classify/features.ts';
import { logitsOf } from '../classify/model.ts';
import type { Model } from '../classify/model.ts';
import type { SentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { sentiments } from '../core/verdict.ts';
import type { SentimentLabel } from '../core/verdict.ts';
import type { Labelled } from './dataset.ts';
import { fit } from './fit.ts';
import type { Example } from './fit.ts';
import { joinedRows } from './joined.ts';
import { rowsOf } from './mixtures.ts';
import type { Mixture } from './mixtures.ts';
import { shrink } from './shrink.ts';

/** Fits the sentiment model of one channel, and calibrates it on its dev split. */
export const fitChannel = (folder: string, mixture: Mixture, lexicon: SentimentLexicon): Model => {
  const asides = rowsOf(folder, { set: mixture.asides, weight: 1 }, 'train').filter(
    ({ label }) => label === 'neutral',
  );
  const examples = mixture.ingredients.flatMap(ingredient => {
    const { weight, evenness = 0, joined } = ingredient;
    const rows = rowsOf(folder, ingredient, 'train');
    const own = evenOut(examplesOf(rows, weight, lexicon), evenness);
    return joined === undefined
      ? own
      : [...own, ...examplesOf(joinedRows(rows, asides, joined.count), joined.weight, lexicon)];
  });
  const model = shrink(fit(evenOut(examples, mixture.evenness), mixture.shape, mixture.schedule));
  const dev = mixture.calibrateOn.flatMap(set =>
    examplesOf(rowsOf(folder, { set, weight: 1 }, 'dev'), 1, lexicon),
  );
  const temperature = bestTemperature(model, dev);
  return { ...model, temperature: model.temperature.map(() => temperature) };
};

/** Sentiment rows as examples; texts without a word are left out. */
const examplesOf = (
  rows: readonly Labelled[],
  weight: number,
  lexicon: SentimentLexicon,
): readonly Example[] =>
  rows.flatMap(({ text, label }) => {
    const features = readFeatures(readDocument(text), lexicon);
    const index = sentiments.indexOf(label as SentimentLabel);
    return features.count === 0 || index < 0 ? [] : [{ features, label: index, weight }];
  });

const evenOut = (examples: readonly Example[], evenness: number): readonly Example[] => {
  const sums = sentiments.map(() => 0);
  for (const { label, weight } of examples) sums[label] = (sums[label] ?? 0) + weight;
  const total = sums.reduce((a, b) => a + b, 0);
  const factors = sums.map(sum => (total / (sums.length * Math.max(1, sum))) ** evenness);
  return examples.map(example => ({
    ...example,
    weight: example.weight * (factors[example.label] ?? 1),
  }));
};

/** The temperature under which the dev labels are least surprising; found by trying, since one number is at stake. */
const bestTemperature = (model: Model, dev: readonly Example[]): number => {
  const judged = dev.map(({ features, label }) => {
    const [negative = 0, positive = 0] = logitsOf(model, features);
    return { logits: [negative, 0, positive], label };
  });
  const surprise = (temperature: number) =>
    judged.reduce((total, { logits, label }) => {
      const odds = logits.map(logit => Math.exp(logit / temperature));
      return total - Math.log((odds[label] ?? 0) / odds.reduce((a, b) => a + b, 0));
    }, 0);
  const tried = Array.from({ length: 80 }, (_, index) => 0.5 * 1.035 ** index);
  return tried.reduce((best, t) => (surprise(t) < surprise(best) ? t : best));
};
