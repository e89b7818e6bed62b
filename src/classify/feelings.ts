import type { Classifiable, Sentiment, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { readFeatures } from './features.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { judgeSentiment, readLeaning } from './sentiment.ts';
import type { SentimentModels } from './sentiment.ts';
import { judgeSpanish } from './spanish.ts';
import { judgeTopics } from './topics.ts';
import type { TopicKnowledge } from './topics.ts';
import type { TopicLexicon } from './topic-lexicon.ts';

/** What judging feelings and topics needs, read from data/ by the caller. */
export type FeelingKnowledge = {
  readonly lexicon: SentimentLexicon;
  readonly models: SentimentModels;
  readonly topics: TopicKnowledge;
  readonly spanish: { readonly lexicon: SentimentLexicon; readonly topics: TopicLexicon };
};

export type Feelings = { readonly sentiment: Sentiment; readonly topics: readonly Topic[] };

/** How people feel, on the whole and about each topic; one hash of the text serves every model. `language` is `es` or taken for English. */
export const judgeFeelings = (
  document: Document,
  item: Classifiable,
  knowledge: FeelingKnowledge,
  language?: string,
): Feelings => {
  const { lexicon, models, topics, spanish } = knowledge;
  if (language === 'es') return judgeSpanish(document, item, { ...topics, ...spanish });
  const features = readFeatures(document, lexicon);
  const leaning = readLeaning(document, features, item, models);
  const sentiment = judgeSentiment(document, leaning, item);
  return {
    sentiment,
    topics: judgeTopics(document, features, leaning, sentiment.label, item, topics),
  };
};
