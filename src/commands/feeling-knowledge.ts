import { readFile } from 'node:fs/promises';
import type { FeelingKnowledge } from '../classify/feelings.ts';
import { parseModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { parseTopicLexicon } from '../classify/topic-lexicon.ts';
import { oncePerRoot } from './once.ts';

type Feeling = { readonly knowledge: FeelingKnowledge; readonly version: string };

/** Reads the models and lexicons of sentiment and topics from `data/` under the root, with a version of the whole. */
export const readFeelingKnowledge = oncePerRoot(async (root): Promise<Feeling> => {
  const text = (name: string) => readFile(new URL(`data/${name}.txt`, root), 'utf8');
  const model = async (name: string) =>
    parseModel(await readFile(new URL(`data/models/${name}.bin`, root)));
  const [review, social, headline, topics, myths] = await Promise.all([
    model('review'),
    model('social'),
    model('headline'),
    model('topics'),
    model('myths'),
  ]);
  const [english, spanish, topicsEnglish, topicsSpanish, version] = await Promise.all([
    text('lexicons/sentiment-en'),
    text('lexicons/sentiment-es'),
    text('lexicons/topics-en'),
    text('lexicons/topics-es'),
    text('models/version'),
  ]);
  return {
    knowledge: {
      models: { review, social, headline, topics, myths },
      english: {
        sentiment: parseSentimentLexicon(english),
        topics: parseTopicLexicon(topicsEnglish),
      },
      spanish: {
        sentiment: parseSentimentLexicon(spanish),
        topics: parseTopicLexicon(topicsSpanish),
      },
    },
    version: version.trim(),
  };
});
