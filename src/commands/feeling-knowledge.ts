import { readFile } from 'node:fs/promises';
import type { FeelingKnowledge } from '../classify/feelings.ts';
import { parseModel } from '../classify/model.ts';
import { parseSentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { parseTopicLexicon } from '../classify/topic-lexicon.ts';

/** Reads the models and lexicons of sentiment and topics from `data/` under the root, with a version of the whole. */
export const readFeelingKnowledge = async (
  root: URL,
): Promise<{ readonly knowledge: FeelingKnowledge; readonly version: string }> => {
  const text = (name: string) => readFile(new URL(`data/${name}.txt`, root), 'utf8');
  const model = async (name: string) =>
    parseModel(await readFile(new URL(`data/models/${name}.bin`, root)));
  const [review, social, headline, topics] = await Promise.all(
    ['review', 'social', 'headline', 'topics'].map(model),
  );
  const [english, spanish, topicsEnglish, topicsSpanish, version] = await Promise.all(
    ['sentiment-en', 'sentiment-es', 'topics-en', 'topics-es']
      .map(name => `lexicons/${name}`)
      .concat('models/version')
      .map(text),
  );
  return {
    knowledge: {
      lexicon: parseSentimentLexicon(english),
      models: { review, social, headline },
      topics: { model: topics, lexicon: parseTopicLexicon(topicsEnglish) },
      spanish: {
        lexicon: parseSentimentLexicon(spanish),
        topics: parseTopicLexicon(topicsSpanish),
      },
    },
    version: version.trim(),
  };
};
