import type { Classifiable, Flag, Sentiment, Span, Topic } from '../core/verdict.ts';
import type { Document } from './document.ts';

/** Sentiment by a short list of words, until the trained models are here. */
export const judgeSentiment = (document: Document, { rating }: Classifiable): Sentiment => {
  let sum = rating === undefined ? 0 : rating - 3;
  const evidence: Span[] = [];
  for (const [index, token] of document.tokens.entries()) {
    const value = good.has(token) ? 1 : bad.has(token) ? -1 : 0;
    if (value === 0) continue;
    const isNegated = document.tokens
      .slice(Math.max(0, index - 3), index)
      .some(word => negators.has(word));
    sum += isNegated ? -value : value;
    const span = { start: document.starts[index] ?? 0, end: document.ends[index] ?? 0 };
    evidence.push(index < document.titleTokens ? { ...span, in: 'title' } : span);
  }
  const score = Math.max(-1, Math.min(1, sum / 3));
  const label = score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral';
  return { label, score, confidence: 0.5 + Math.abs(score) / 3, evidence: evidence.slice(0, 4) };
};

const good = new Set(
  'good great excellent kind caring friendly helpful wonderful amazing best love loved lovely thank thanks grateful recommend professional happy pleased fantastic patient attentive clean quick gentle buena bueno excelente gracias amable amables mejor'.split(
    ' ',
  ),
);
const bad = new Set(
  'bad rude terrible horrible awful worst waited wait waiting hours never unprofessional dismissive ignored disappointed poor dirty disgusting angry hate hated wrong incompetent uncaring useless avoid joke overcharged mal mala malo pesimo grosera horas'.split(
    ' ',
  ),
);
const negators = new Set([
  'not',
  'no',
  'never',
  "didn't",
  "don't",
  "wasn't",
  "isn't",
  'without',
  'hardly',
]);

export const judgeTopics = (_document: Document, _item: Classifiable): readonly Topic[] => [];

export const judgeMisinformation = (
  _document: Document,
  _item: Classifiable,
): readonly Flag[] => [];

/** Guesses the language by its commonest words; undefined when there is too little to tell. */
export const readLanguage = (document: Document): string | undefined => {
  let best: string | undefined;
  let most = 1;
  for (const [language, words] of commonest) {
    const count = document.tokens.filter(token => words.has(token)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
};

const commonest = new Map(
  Object.entries({
    en: 'the and is to of was you my i it they we for not in with that have this are so be at me she he can do your what how',
    es: 'el la los las que es una por para con muy mi me no se del lo está pero como su tiene hay más',
    de: 'der die das und ist nicht ich war sehr wir mit auf ein eine zu den sie auch wurde',
    fr: "le les des est une et pas je très nous vous avec pour dans que c'est j'ai ont été",
    pt: 'não uma com muito você é foi para os das meu minha ele eu são em um',
    it: 'il è che non di per una con sono molto gli mi della ho stato',
  }).map(([language, words]) => [language, new Set(words.split(' '))] as const),
);
