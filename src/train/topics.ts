import { readDocument } from '../classify/document.ts';
import { readFeatures } from '../classify/features.ts';
import type { Model } from '../classify/model.ts';
import type { SentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { hashTokens } from '../classify/token-hash.ts';
import { findTopicHits } from '../classify/topic-lexicon.ts';
import type { TopicLexicon } from '../classify/topic-lexicon.ts';
import { lexiconLogits } from '../classify/topic-scores.ts';
import { besideLearned, trainedTopics } from '../classify/topics.ts';
import { topicIds } from '../core/verdict.ts';
import type { TopicId } from '../core/verdict.ts';
import { readSet } from './dataset.ts';
import type { Labelled } from './dataset.ts';
import { fit } from './fit.ts';
import type { Example } from './fit.ts';
import { shrink } from './shrink.ts';

/** The labels of the NHS comments as our topics; what is not here is praise, blame or transport, and no topic of ours. */
const ours: Readonly<Record<string, TopicId>> = {
  wait_scheduling: 'waiting',
  staff_manner: 'staff',
  communication: 'clinician',
  clinical_quality: 'care',
  facility: 'facility',
  access_contact: 'access',
  medication: 'medication',
};

/** What a comment was labelled with, in our words. */
export const topicsOf = ({ label, topics }: Labelled): readonly TopicId[] =>
  (topics as readonly TopicId[] | undefined) ?? [label].flat().flatMap(name => ours[name] ?? []);

/** Labels that may or may not be ours: making appointments is access here and waiting there. */
const uncertain = ({ label, raw_topics = [] }: Labelled): readonly TopicId[] => [
  ...(raw_topics.includes('Appointment arrangements') ? (['access'] as const) : []),
  ...(label.includes('staffing_efficiency') ? (['staff'] as const) : []),
  ...(label.includes('safety_rights') ? (['care'] as const) : []),
];

const bitsOf = (topics: readonly TopicId[]): number =>
  topics.reduce((bits, topic) => {
    const column = trainedTopics.indexOf(topic as (typeof trainedTopics)[number]);
    return column < 0 ? bits : bits | (1 << column);
  }, 0);

/** Fits what the lexicon alone does not know of topics. */
export const fitTopics = (
  folder: string,
  lexicon: SentimentLexicon,
  phrases: TopicLexicon,
): Model => {
  const rows = ['nhs_fft_topics', 'written_reviews']
    .flatMap(set => readSet(folder, set))
    .filter(row => row.split === 'train');
  const examples: readonly Example[] = rows.map(row => {
    const document = readDocument(row.text);
    const known = lexiconLogits(findTopicHits(phrases, document, hashTokens(document.tokens)));
    const label = bitsOf(topicsOf(row));
    return {
      features: readFeatures(document, lexicon),
      label,
      unsaid: bitsOf(uncertain(row)) & ~label,
      weight: row.topics === undefined ? 1 : 2,
      offset: trainedTopics.map(topic => (known[topicIds.indexOf(topic)] ?? 0) * besideLearned),
    };
  });
  const shape = {
    kind: 'sigmoid',
    columns: trainedTopics.length,
    wordBits: 16,
    letterBits: 16,
    letterShare: 1,
  } as const;
  const heard = examples.filter(({ features }) => features.count > 0);
  return shrink(fit(heard, shape, { epochs: 10, rate: 0.3, calm: 0.1, seed: 5 }));
};
