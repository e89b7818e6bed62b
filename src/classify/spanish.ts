import type { Classifiable } from '../core/verdict.ts';
import type { Document } from './document.ts';
import type { Feelings } from './feelings.ts';
import type { Leaning } from './leaning.ts';
import type { Model } from './model.ts';
import { roleOf } from './sentiment-lexicon.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { judgeSentiment } from './sentiment.ts';
import { hashToken } from './token-hash.ts';
import type { TopicLexicon } from './topic-lexicon.ts';
import { judgeTopics } from './topics.ts';

/** Spanish is judged by words alone: no labelled set of Spanish patients may be shipped, so none was learned from. */
export const judgeSpanish = (
  document: Document,
  item: Classifiable,
  knowledge: { readonly lexicon: SentimentLexicon; readonly topics: TopicLexicon; readonly model: Model },
): Feelings => {
  const bare = { ...document, tokens: document.tokens.map(plain) };
  const leaning = spanishLeaning(bare, knowledge.lexicon);
  const sentiment = judgeSentiment(bare, leaning, item);
  const lexicon = knowledge.topics;
  const topics = judgeTopics(bare, undefined, leaning, sentiment.label, item, {
    model: knowledge.model,
    lexicon,
  });
  return { sentiment, topics };
};

/** A negation turns what follows within this many words. */
const reach = 4;
/** What one step of polarity adds to a logit, and what it takes to leave neutral. */
const step = 0.7;
const doubt = -0.6;

const spanishLeaning = ({ tokens }: Document, lexicon: SentimentLexicon): Leaning => {
  const given = new Float32Array(tokens.length);
  let [negative, positive, left] = [doubt, doubt, 0];
  for (let t = 0; t < tokens.length; t++) {
    const role = roleOf(lexicon, hashToken(tokens[t] ?? ''));
    if (role.closes) left = 0;
    if (role.polarity !== 0) {
      const value = step * (left > 0 ? -0.8 : 1) * role.polarity;
      given[t] = value;
      if (value > 0) positive += value;
      else negative -= value;
    }
    left = role.negates ? reach : Math.max(0, left - 1);
  }
  return { negative, positive, tokens: given };
};

/** Many write without accents, so none counts. */
const plain = (token: string): string => token.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
