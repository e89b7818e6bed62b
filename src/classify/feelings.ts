import type { Classifiable, Sentiment, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { readFeatures } from './features.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { judgeSentiment, readLeaning } from './sentiment.ts';
import type { SentimentModels } from './sentiment.ts';

/** What judging feelings and topics needs, read from data/ by the caller. */
export type FeelingKnowledge = {
  readonly lexicon: SentimentLexicon;
  readonly models: SentimentModels;
};

export type Feelings = { readonly sentiment: Sentiment; readonly topics: readonly Topic[] };

/** How people feel, on the whole and about each topic; one hash of the text serves every model. */
export const judgeFeelings = (
  document: Document,
  item: Classifiable,
  { lexicon, models }: FeelingKnowledge,
): Feelings => {
  const features = readFeatures(document, lexicon);
  const leaning = readLeaning(document, features, item, models);
  return { sentiment: judgeSentiment(document, leaning, item, models), topics: [] };
};
