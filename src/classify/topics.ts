import { topicIds } from '../core/verdict.ts';
import type { Classifiable, SentimentLabel, Topic, TopicId } from '../core/verdict.ts';
import { clausesOf, leaningWithin } from './clauses.ts';
import type { Document } from './document.ts';
import type { Features } from './features.ts';
import type { Leaning } from './leaning.ts';
import { logitsOf } from './model.ts';
import type { Model } from './model.ts';
import { channelOf } from './sentiment.ts';
import { spanOf, strongestSpans } from './spans.ts';
import { columnTokens } from './topic-evidence.ts';
import { findTopicHits } from './topic-lexicon.ts';
import type { TopicHit, TopicLexicon } from './topic-lexicon.ts';
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

export type TopicKnowledge = { readonly model: Model; readonly lexicon: TopicLexicon };

/** No mention is about more than three things that somebody could act on. */
const most = 3;
/** The probability from which a topic is said; .3 to .4 did equally well on the dev split. */
const enough = 0.33;

/** What an item is about, surest first, and how its author feels about each. */
export const judgeTopics = (
  document: Document,
  features: Features | undefined,
  leaning: Leaning,
  overall: SentimentLabel,
  item: Classifiable,
  { model, lexicon }: TopicKnowledge,
): readonly Topic[] => {
  if (document.tokens.length === 0) return [];
  const hits = findTopicHits(lexicon, document);
  const fromLexicon = lexiconLogits(hits);
  const speaksOfCare = item.kind === 'comment' || channelOf(item.kind) === 'review';
  const trained =
    features !== undefined && speaksOfCare ? logitsOf(model, features) : undefined;
  const said = topicIds
    .map((id, topic) => {
      const column = trainedTopics.indexOf(id as (typeof trainedTopics)[number]);
      const learned = column < 0 ? undefined : trained?.[column];
      const rest = learned ?? (speaksOfCare && topic >= firstSubject ? -4 : -2.6);
      return { id, topic, column, confidence: 1 / (1 + Math.exp(-rest - (fromLexicon[topic] ?? 0))) };
    })
    .filter(({ confidence }) => confidence >= enough)
    .sort((a, b) => b.confidence - a.confidence || a.topic - b.topic)
    .slice(0, most);
  if (said.length === 0) return [];
  const clauses = clausesOf(document);
  return said.map(({ id, topic, column, confidence }) => {
    const own = strongestHits(hits, topic);
    const weights =
      own.length > 0 || features === undefined ? undefined : columnTokens(model, features, column, document.tokens.length);
    const evidence = weights
      ? strongestSpans(document, token => weights[token] ?? 0, 2)
      : own.map(({ from, to }) => spanOf(document, from, to));
    const places = weights ? [topOf(weights)] : own.map(({ from }) => from);
    const sentiment = feelingAt(places, clauses, leaning, overall);
    return { id, confidence, sentiment, evidence };
  }).filter(({ evidence }) => evidence.length > 0);
};

/** Before it in `topicIds` stands experience of care, from it on health subjects, which reviews mention in passing. */
const firstSubject = topicIds.indexOf('vaccines');

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

/** Below this a clause says too little, and the whole text speaks for it. */
const faint = 0.4;

const feelingAt = (
  places: readonly number[],
  clauses: Uint16Array,
  { tokens }: Leaning,
  overall: SentimentLabel,
): SentimentLabel => {
  const own = new Set(places.map(place => clauses[place] ?? 0));
  let sum = 0;
  for (const clause of own) sum += leaningWithin(clauses, tokens, clause);
  if (sum > faint) return 'positive';
  return sum < -faint ? 'negative' : overall;
};
