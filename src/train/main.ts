import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { channels } from '../classify/sentiment.ts';
import { parseTopicLexicon } from '../classify/topic-lexicon.ts';
import { readKnowledge } from '../commands/knowledge.ts';
import { fitChannel } from './channel.ts';
import { fitDuties } from './duties.ts';
import { dutyTexts } from './duty-texts.ts';
import { mixtures } from './mixtures.ts';
import { fitMyths } from './myths.ts';
import { fitTopics } from './topics.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
if (values.data === undefined)
  throw new Error('Say where the sets are: npm run train -- --data DIR');

const lexicon = parseSentimentLexicon(readFileSync('data/lexicons/sentiment-en.txt', 'utf8'));
const phrases = parseTopicLexicon(readFileSync('data/lexicons/topics-en.txt', 'utf8'));
const { data, only } = values;
for (const name of [...channels, 'topics', 'myths'] as const) {
  if (only !== undefined && only !== name) continue;
  const model =
    name === 'topics'
      ? fitTopics(data, lexicon, phrases)
      : name === 'myths'
        ? fitMyths(data, lexicon)
        : fitChannel(data, mixtures[name], lexicon);
  const bytes = writeModel(model);
  writeFileSync(join('data/models', `${name}.bin`), bytes);
  console.log(`${name}: ${(bytes.length / 1000).toFixed(0)} kB`);
}

// Duty leans on the other models as they are on disk, so it comes last.
if (only === undefined || only === 'duty') {
  const knowledge = await readKnowledge(new URL('../../', import.meta.url));
  const { model, mix } = fitDuties(dutyTexts(data), knowledge);
  const bytes = writeModel(model);
  writeFileSync('data/models/duty.bin', bytes);
  const lines = Object.entries(mix).map(
    ([part, rows]) => `"${part}": [\n${rows.map(row => JSON.stringify(row)).join(',\n')}\n]`,
  );
  writeFileSync('data/models/duty-mix.json', `{${lines.join(',\n')}}\n`);
  console.log(`duty: ${(bytes.length / 1000).toFixed(0)} kB`);
}

// A stamp for verdicts, so that hashing megabytes is no part of every start.
const stamp = createHash('sha256');
for (const name of [
  ...channels.map(each => `${each}.bin`),
  'topics.bin',
  'myths.bin',
  'duty.bin',
  'duty-mix.json',
])
  stamp.update(readFileSync(`data/models/${name}`));
writeFileSync('data/models/version.txt', `${stamp.digest('hex').slice(0, 12)}\n`);
