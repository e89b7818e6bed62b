import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { channels } from '../classify/sentiment.ts';
import { fitChannel } from './channel.ts';
import { mixtures } from './mixtures.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });
if (values.data === undefined)
  throw new Error('Say where the sets are: npm run train -- --data DIR');

const lexicon = parseSentimentLexicon(readFileSync('data/lexicons/sentiment-en.txt', 'utf8'));
for (const channel of channels) {
  if (values.only !== undefined && values.only !== channel) continue;
  const bytes = writeModel(fitChannel(values.data, mixtures[channel], lexicon));
  writeFileSync(join('data/models', `${channel}.bin`), bytes);
  console.log(`${channel}: ${(bytes.length / 1000).toFixed(0)} kB`);
}

// A stamp for verdicts, so that hashing megabytes is no part of every start.
const stamp = createHash('sha256');
for (const channel of channels) stamp.update(readFileSync(`data/models/${channel}.bin`));
writeFileSync('data/models/version.txt', `${stamp.digest('hex').slice(0, 12)}\n`);
