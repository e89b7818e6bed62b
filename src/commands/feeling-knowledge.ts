import { readFile } from 'node:fs/promises';
import type { FeelingKnowledge } from '../classify/feelings.ts';
import { parseModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { channels } from '../classify/sentiment.ts';
import type { SentimentModels } from '../classify/sentiment.ts';

/** Reads the models and lexicons of sentiment and topics from `data/` under the root, with a version of the whole. */
export const readFeelingKnowledge = async (
  root: URL,
): Promise<{ readonly knowledge: FeelingKnowledge; readonly version: string }> => {
  const [lexicon, stamp, ...models] = await Promise.all([
    readFile(new URL('data/lexicons/sentiment-en.txt', root), 'utf8'),
    readFile(new URL('data/models/version.txt', root), 'utf8'),
    ...channels.map(channel => readFile(new URL(`data/models/${channel}.bin`, root))),
  ]);
  const byChannel = Object.fromEntries(
    channels.map((channel, index) => [channel, parseModel(models[index] ?? new Uint8Array())]),
  ) as SentimentModels;
  return {
    knowledge: { lexicon: parseSentimentLexicon(lexicon), models: byChannel },
    version: stamp.trim(),
  };
};
