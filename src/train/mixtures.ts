import type { Channel } from '../classify/sentiment.ts';
import { readSet } from './dataset.ts';
import type { Labelled } from './dataset.ts';
import type { Schedule, Shape } from './fit.ts';

/** A set that a channel learns from, and how much each of its texts counts. */
export type Ingredient = {
  readonly set: string;
  readonly weight: number;
  /** Exponent of the weights that even out its classes: 0 leaves them (the default), 1 makes them equal. */
  readonly evenness?: number;
  /** How many long texts are joined from its texts, and what each of them counts. */
  readonly joined?: { readonly count: number; readonly weight: number };
  readonly keep?: (row: Labelled) => boolean;
};

export type Mixture = {
  readonly ingredients: readonly Ingredient[];
  /** The set whose neutral texts are strewn among those that are joined. */
  readonly asides: string;
  /** The sets whose dev split sets the temperature. */
  readonly calibrateOn: readonly string[];
  /** The same over all ingredients together. */
  readonly evenness: number;
  readonly shape: Shape;
  readonly schedule: Schedule;
};

/** Its zeros are warm praise as often as not ("Nurse was excellent", criticality 0), so they teach nothing. */
const decided = ({ criticality = 0 }: Labelled): boolean => criticality !== 0;

const shape = (bits: number): Shape => ({
  kind: 'softmax',
  columns: 3,
  wordBits: bits,
  letterBits: bits,
  letterShare: 0.7,
});

/** What each channel is fitted on. */
export const mixtures: Readonly<Record<Channel, Mixture>> = {
  review: {
    ingredients: [
      {
        set: 'nhs_fft_sentiment',
        weight: 2,
        evenness: 0.7,
        joined: { count: 1200, weight: 1 },
      },
      { set: 'written_reviews', weight: 3 },
      { set: 'nhs_phase1_sentiment', weight: 0.5, keep: decided },
      { set: 'uci_sentences', weight: 0.5, joined: { count: 600, weight: 1 } },
      { set: 'vader_amazon', weight: 0.5, joined: { count: 600, weight: 1 } },
      { set: 'vader_movie', weight: 0.3, joined: { count: 600, weight: 1 } },
    ],
    asides: 'vader_nyt',
    calibrateOn: ['nhs_fft_sentiment'],
    evenness: 0,
    shape: shape(16),
    schedule: { epochs: 6, rate: 0.25, calm: 1, seed: 3 },
  },
  social: {
    ingredients: [
      { set: 'tweeteval_sentiment', weight: 1 },
      { set: 'vader_tweets', weight: 0.7 },
      { set: 'written_reviews', weight: 1 },
      { set: 'vader_amazon', weight: 0.4 },
      { set: 'vader_movie', weight: 0.2 },
      { set: 'vader_nyt', weight: 0.4 },
      { set: 'uci_sentences', weight: 0.4 },
    ],
    asides: 'vader_nyt',
    calibrateOn: ['tweeteval_sentiment'],
    evenness: 1.15,
    shape: shape(17),
    schedule: { epochs: 6, rate: 0.25, calm: 1, seed: 7 },
  },
  headline: {
    ingredients: [
      { set: 'vader_nyt', weight: 1, evenness: 0.5 },
      { set: 'tweeteval_sentiment', weight: 0.1, evenness: 1 },
      { set: 'vader_movie', weight: 0.1 },
    ],
    asides: 'vader_nyt',
    calibrateOn: ['vader_nyt'],
    evenness: 0,
    shape: shape(15),
    schedule: { epochs: 6, rate: 0.25, calm: 1, seed: 11 },
  },
};

/** The rows of one split that an ingredient gives. */
export const rowsOf = (
  folder: string,
  { set, keep = () => true }: Ingredient,
  split: Labelled['split'],
): readonly Labelled[] => readSet(folder, set).filter(row => row.split === split && keep(row));
