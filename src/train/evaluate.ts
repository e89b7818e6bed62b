import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { logitsOf, parseModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { channels } from '../classify/sentiment.ts';
import { sentiments } from '../core/verdict.ts';
import { examplesOf } from './channel.ts';
import { confusionOf, measuresOf } from './measures.ts';
import { mixtures, rowsOf } from './mixtures.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined)
  throw new Error('Say where the sets are: npm run evaluate -- --data DIR');

const lexicon = parseSentimentLexicon(readFileSync('data/lexicons/sentiment-en.txt', 'utf8'));
const percent = (share: number) => (share * 100).toFixed(1).padStart(5);
for (const channel of channels) {
  const model = parseModel(readFileSync(`data/models/${channel}.bin`));
  for (const ingredient of mixtures[channel].ingredients) {
    const dev = examplesOf(rowsOf(values.data, ingredient, 'dev'), 1, lexicon);
    const confusion = confusionOf(
      dev.map(({ features, label }) => {
        const [negative = 0, positive = 0] = logitsOf(model, features);
        return [label, Math.max(negative, positive) <= 0 ? 1 : negative > positive ? 0 : 2];
      }),
      sentiments.length,
    );
    const { texts, accuracy, macroF1, macroRecall } = measuresOf(confusion);
    console.log(
      `${channel.padEnd(9)}${ingredient.set.padEnd(22)}${String(texts).padStart(5)}  ${percent(accuracy)} ${percent(macroF1)} ${percent(macroRecall)}  ${JSON.stringify(confusion)}`,
    );
  }
}
