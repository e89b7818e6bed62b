import type { Classifiable, Topic, TopicId } from '../core/verdict.ts';
import type { Manner } from './claims/suggest.ts';
import type { Features } from './features.ts';
import type { Model } from './model.ts';

const ofVisits: ReadonlySet<TopicId> = new Set([
  'access',
  'waiting',
  'staff',
  'billing',
  'facility',
]);

/** Headlines report, and whoever was made to wait speaks of a visit: there only whole statements of a claim count. */
export const mannerFor = (
  { kind, rating }: Classifiable,
  topics: readonly Topic[],
  features: Features,
  model: Model,
): Manner | undefined =>
  kind === 'headline' ||
  kind === 'review' ||
  rating !== undefined ||
  topics.some(({ id }) => ofVisits.has(id))
    ? undefined
    : { model, features };
