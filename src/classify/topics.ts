import { topicIds } from '../core/verdict.ts';
import type { SentimentLabel, Topic, TopicId } from '../core/verdict.ts';
import { clausesOf, leaningWithin } from './clauses.ts';
import type { Document } from './document.ts';
import type { Features } from './features.ts';
import type { Leaning } from './leaning.ts';
import { logitsOf } from './model.ts';
import type { Model } from './model.ts';
import type { Channel } from './sentiment.ts';
import { spanOf, strongestSpans } from './spans.ts';
import { columnTokens } from './topic-evidence.ts';
import { firstSubject } from './topic-lexicon.ts';
import type { TopicHit } from './topic-lexicon.ts';
import { lexiconLogits } from './topic-scores.ts';

/** The topics that patient comments were labelled with, in the order of the model's columns. */
export const trainedTopics = [
  'access',
  'waiting',
  'staff',
  'clinician',
  'care',
  'facility',
  'medication',
] as const satisfies readonly TopicId[];

/** No mention is about more than three things that somebody could act on. */
const most = 3;
/** The probability from which a topic is said; .3 to .4 did equally well on the dev split. */
const enough = 0.33;

/**
 * Logits of a topic where nothing was learned, before its phrases are counted. A review names an illness or a child in
 * passing, and the news is seldom about how somebody was treated at the front desk.
 */
const unlearned: Readonly<Record<Channel, { readonly care: number; readonly subject: number }>> = {
  review: { care: -2.6, subject: -4.6 },
  social: { care: -3.4, subject: -2.6 },
  headline: { care: -4.4, subject: -2.6 },
};
/** British patients seldom meet "the doctor" in these comments, so what was learned there may not silence the word. */
const named = 3.2;
const floor = -3.6;

/** What phrases are worth beside what was learned of the words around them; three quarters did best over five folds. */
export const besideLearned = 0.75;

/** The trained model and what it reads; absent where none was trained. */
type Learned = { readonly model: Model; readonly features: Features };

/** What an item is about, surest first, and how its author feels about each. */
export const judgeTopics = (
  document: Document,
  hits: readonly TopicHit[],
  learned: Learned | undefined,
  leaning: Leaning,
  overall: SentimentLabel,
  channel: Channel,
): readonly Topic[] => {
  if (document.tokens.length === 0) return [];
  const fromLexicon = lexiconLogits(hits);
  const before = unlearned[channel];
  const trained =
    learned !== undefined && channel === 'review'
      ? logitsOf(learned.model, learned.features)
      : undefined;
  const said = topicIds
    .map((id, topic) => {
      const column = trainedTopics.indexOf(id as (typeof trainedTopics)[number]);
      const own = column < 0 ? undefined : trained?.[column];
      const known = fromLexicon[topic] ?? 0;
      const logit =
        own === undefined
          ? before[topic < firstSubject ? 'care' : 'subject'] + known
          : own + known * besideLearned;
      const isNamed = id === 'clinician' && own !== undefined && known >= named;
      const least = isNamed ? floor + known : -Infinity;
      return { id, topic, column, confidence: 1 / (1 + Math.exp(-Math.max(logit, least))) };
    })
    .filter(({ confidence }) => confidence >= enough)
    .sort((a, b) => b.confidence - a.confidence || a.topic - b.topic)
    .slice(0, most);
  if (said.length === 0) return [];
  const clauses = clausesOf(document);
  const isSpelled = (token: number) => /\p{L}/u.test(document.tokens[token] ?? '');
  return said
    .map(({ id, topic, column, confidence }) => {
      const own = strongestHits(hits, topic);
      const weights =
        own.length > 0 || learned === undefined
          ? undefined
          : columnTokens(learned.model, learned.features, column, document.tokens.length);
      const evidence = weights
        ? strongestSpans(document, token => (isSpelled(token) ? (weights[token] ?? 0) : 0), 2)
        : own.map(({ from, to }) => spanOf(document, from, to));
      const places = weights ? [topOf(weights)] : own.map(({ from }) => from);
      const sentiment = feelingAt(places, clauses, leaning, overall);
      return { id, confidence, sentiment, evidence };
    })
    .filter(({ evidence }) => evidence.length > 0);
};

const strongestHits = (hits: readonly TopicHit[], topic: number): readonly TopicHit[] => {
  const own = hits.filter(hit => hit.topic === topic);
  const top = Math.max(...own.map(({ strength }) => strength));
  const kept: TopicHit[] = [];
  for (const hit of own.filter(({ strength }) => strength >= Math.min(2, top))) {
    const last = kept.at(-1);
    if (last === undefined || hit.from >= last.to) kept.push(hit);
    else if (hit.to - hit.from > last.to - last.from) kept[kept.length - 1] = hit;
  }
  return kept.slice(0, 3);
};

const topOf = (weights: Float32Array): number => {
  let top = 0;
  for (let t = 1; t < weights.length; t++) if ((weights[t] ?? 0) > (weights[top] ?? 0)) top = t;
  return top;
};

/** Below this a clause says too little, and the whole text speaks for it; against the whole it must speak up. */
const faint = 0.4;
const firm = 0.9;

const feelingAt = (
  places: readonly number[],
  clauses: Uint16Array,
  { tokens }: Leaning,
  overall: SentimentLabel,
): SentimentLabel => {
  const own = new Set(places.map(place => clauses[place] ?? 0));
  let sum = 0;
  for (const clause of own) sum += leaningWithin(clauses, tokens, clause);
  if (sum > (overall === 'negative' ? firm : faint)) return 'positive';
  return sum < -(overall === 'positive' ? firm : faint) ? 'negative' : overall;
};
