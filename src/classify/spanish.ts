import { numberOf, openEdition } from './dictionary.ts';
import type { Document } from './document.ts';
import type { Leaning } from './leaning.ts';
import { roleOf } from './sentiment-lexicon.ts';
import type { SentimentLexicon } from './sentiment-lexicon.ts';
import { hashToken } from './token-hash.ts';

/** Many write without accents, so the lexicons do too. */
export const withoutAccents = (document: Document): Document => {
  const edition = openEdition();
  const tokens = document.tokens.map(token =>
    token.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  );
  return { ...document, tokens, numbers: tokens.map(numberOf), edition };
};

/** A negation turns what follows within this many words. */
const reach = 4;
/** What one step of polarity adds to a logit, and what it takes to leave neutral. */
const step = 0.7;
const doubt = -0.6;

/** How a Spanish text without accents leans, by the words of a lexicon and their negations. */
export const spanishLeaning = ({ tokens }: Document, lexicon: SentimentLexicon): Leaning => {
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
