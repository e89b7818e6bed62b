import type { Classifiable, Sentiment, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';
import { sorestOf } from './clauses.ts';
import { readWordFeatures } from './features.ts';
import type { Features } from './features.ts';
import { leaningOf } from './leaning.ts';
import type { Model } from './model.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { channelOf, judgeSentiment } from './sentiment.ts';
import type { SentimentModels } from './sentiment.ts';
import { spanishLeaning, withoutAccents } from './spanish.ts';
import { hashesIn } from './token-hash.ts';
import { findTopicHits, speaksOfCare } from './topic-lexicon.ts';
import type { TopicLexicon } from './topic-lexicon.ts';
import { judgeTopics } from './topics.ts';

/** Words and phrases of one language. */
type Lexicons = { readonly sentiment: SentimentLexicon; readonly topics: TopicLexicon };

/** What judging feelings and topics needs, read from data/ by the caller. */
export type FeelingKnowledge = {
  readonly models: SentimentModels & { readonly topics: Model; readonly myths: Model };
  readonly english: Lexicons;
  readonly spanish: Lexicons;
};

export type Feelings = {
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  /** How the sorest clause leans, below 0 where it complains. */
  readonly sorest: number;
  /** Read once, for whoever judges the same text by another model. */
  readonly features: Features;
};

/** How people feel, on the whole and about each topic; `language` is `es`, or else taken for English. */
export const judgeFeelings = (
  document: Document,
  item: Classifiable,
  knowledge: FeelingKnowledge,
  language?: string,
): Feelings =>
  language === 'es'
    ? judgeSpanish(withoutAccents(document), item, knowledge)
    : judgeEnglish(document, item, knowledge);

/** One hash of the text serves every model. */
const judgeEnglish = (
  document: Document,
  item: Classifiable,
  { models, english }: FeelingKnowledge,
): Feelings => {
  const hashes = hashesIn(document);
  const hits = findTopicHits(english.topics, document, hashes);
  const channel = channelOf(item.kind, speaksOfCare(hits));
  const features = readWordFeatures(document, english.sentiment, hashes);
  const leaning = leaningOf(models[channel], features, document.tokens.length);
  const sentiment = judgeSentiment(document, leaning, item);
  const learned = { model: models.topics, features };
  const topics = judgeTopics(document, hits, learned, leaning, sentiment.label, channel);
  return { sentiment, topics, features, sorest: sorestOf(document, leaning) };
};

/** Spanish is judged by words alone: no set of Spanish patients that may be learned from is at hand. */
const judgeSpanish = (
  document: Document,
  item: Classifiable,
  { spanish, english }: FeelingKnowledge,
): Feelings => {
  const leaning = spanishLeaning(document, spanish.sentiment);
  const sentiment = judgeSentiment(document, leaning, item);
  const hashes = hashesIn(document);
  const hits = findTopicHits(spanish.topics, document, hashes);
  const channel = channelOf(item.kind, speaksOfCare(hits));
  const topics = judgeTopics(document, hits, undefined, leaning, sentiment.label, channel);
  const features = readWordFeatures(document, english.sentiment, hashes);
  return { sentiment, topics, features, sorest: sorestOf(document, leaning) };
};
