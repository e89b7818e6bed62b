import { readFileSync, readdirSync } from 'node:fs';
import type { Concepts } from '../classify/claims/claim.ts';
import { judgeMisinformation } from '../classify/claims/judge.ts';
import { createClaimLibrary } from '../classify/claims/library.ts';
import type { ClaimLibrary } from '../classify/claims/library.ts';
import { parseClaims } from '../classify/claims/parse-claims.ts';
import { likelihood, mannerOf, signsOf } from '../classify/claims/suggest.ts';
import { readDocument } from '../classify/document.ts';
import { readFeatures } from '../classify/features.ts';
import type { Model } from '../classify/model.ts';
import type { SentimentLexicon } from '../classify/sentiment-lexicon.ts';
import { readSet } from './dataset.ts';
import type { Labelled } from './dataset.ts';
import { debunked } from './debunked.ts';
import { fit } from './fit.ts';
import type { Example } from './fit.ts';
import { shrink } from './shrink.ts';

/** Texts of a set that spread claims, or do not; `share` takes every so many of a large set. */
type Part = {
  readonly set: string;
  readonly label?: string;
  readonly spreads: boolean;
  readonly weight: number;
  readonly every?: number;
};

/**
 * Every style appears on both sides (COVID posts, vaccine tweets, news), or else the source would be learned: weights are
 * such that a model fitted without one of the sets still finds half of what spreads claims in it.
 */
const parts: readonly Part[] = [
  { set: 'health_misinfo_reddit', spreads: true, weight: 1.5 },
  { set: 'vaccine_stance', label: 'anti', spreads: true, weight: 1.2 },
  { set: 'constraint2021', label: 'fake', spreads: true, weight: 0.5 },
  { set: 'covid_rumor', label: 'fake', spreads: true, weight: 0.4 },
  { set: 'health_news_headlines', spreads: false, weight: 1.2 },
  { set: 'constraint2021', label: 'real', spreads: false, weight: 0.7 },
  { set: 'covid_rumor', label: 'real', spreads: false, weight: 0.6 },
  { set: 'vaccine_stance', label: 'pro', spreads: false, weight: 0.7 },
  { set: 'vaccine_stance', label: 'neutral', spreads: false, weight: 0.5 },
  { set: 'nhs_fft_sentiment', spreads: false, weight: 0.5 },
  { set: 'nhs_phase1_sentiment', spreads: false, weight: 0.3 },
  { set: 'psytar_adr', spreads: false, weight: 0.5 },
  { set: 'vader_amazon', spreads: false, weight: 0.2 },
  { set: 'tweeteval_sentiment', spreads: false, weight: 0.2, every: 4 },
];

/** At most so many of these sets' texts may be flagged, whole statements of claims included. */
const allowed: readonly (readonly [
  sets: readonly string[],
  label: string | undefined,
  share: number,
])[] = [
  [['health_news_headlines'], undefined, 0.011],
  [['nhs_fft_sentiment', 'nhs_phase1_sentiment'], undefined, 0.003],
  [['psytar_adr'], undefined, 0.005],
  [['constraint2021'], 'real', 0.07],
  [['vaccine_stance'], 'pro', 0.1],
];

/** A text that spreads a claim, or does not, and how much it counts. */
export type MythText = {
  readonly text: string;
  readonly spreads: boolean;
  readonly weight: number;
  /** Whether it is a wording of a claim, which is found as it stands and needs no guess. */
  readonly isWording: boolean;
};

/** Fits the model of how posts that spread claims are written; its threshold keeps to what is allowed on dev splits. */
export const fitMyths = (folder: string, lexicon: SentimentLexicon): Model => {
  const library = readLibrary();
  const model = fitManner(mythTexts(folder, library), lexicon);
  return { ...model, threshold: [thresholdOf(model, folder, lexicon, library)] };
};

/** The train splits, our claims with their facts and with what is said against them, and texts of ours. */
export const mythTexts = (folder: string, { claims }: ClaimLibrary): readonly MythText[] => [
  ...parts.flatMap(part =>
    rowsOf(folder, part).map(({ text }) => ({
      text: withoutSource(text),
      spreads: part.spreads,
      weight: part.weight,
      isWording: false,
    })),
  ),
  ...claims.flatMap(({ claim, says, fact = '' }, index) => [
    ...[claim, ...says].map(text => ({ text, spreads: true, weight: 0.5, isWording: true })),
    ...[claim, ...says].flatMap((wording, at) =>
      debunked(wording, index + at).map(text => clean(text, 0.8)),
    ),
    ...fact.split(/(?<=[.!?]) /).map(text => clean(text, 1)),
    clean(fact, 1),
  ]),
  ...written().map(text => clean(text, 2)),
];

const clean = (text: string, weight: number): MythText => ({
  text,
  spreads: false,
  weight,
  isWording: false,
});

/** Fits how texts are written; same texts, same model. */
export const fitManner = (texts: readonly MythText[], lexicon: SentimentLexicon): Model => {
  const examples = texts.flatMap(({ text, spreads, weight }): readonly Example[] => {
    const features = readFeatures(readDocument(text), lexicon);
    return features.count === 0 ? [] : [{ features, label: Number(spreads), weight }];
  });
  const shape = { kind: 'sigmoid', columns: 1, wordBits: 16, letterBits: 16, letterShare: 0.7 };
  const schedule = { epochs: 5, rate: 0.25, calm: 1, seed: 13 };
  return shrink(fit(examples, shape as never, schedule));
};

/** Texts of ours without a false claim. */
const written = (): readonly string[] =>
  readFileSync(new URL('written-no-myths.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'));

const rowsOf = (folder: string, { set, label, every = 1 }: Part): readonly Labelled[] =>
  readSet(folder, set)
    .filter(row => row.split === 'train' && (label === undefined || row.label === label))
    .filter((_, index) => index % every === 0);

/** Addresses, handles and marks of reposting tell where a text comes from. */
const withoutSource = (text: string): string =>
  text
    .replace(/https?:\S*|pic\.twitter\.com\S*/g, ' ')
    .replace(/@\w+/g, ' ')
    .replace(/\bRT\b:?|\bqwertyu\b/g, ' ');

/** The shipped claims. */
export const readLibrary = (): ClaimLibrary => {
  const folder = 'data/claims/';
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
  const claims = files.flatMap(name => parseClaims(readFileSync(folder + name, 'utf8')).claims);
  const concepts = JSON.parse(readFileSync(`${folder}concepts.json`, 'utf8')) as Concepts;
  return createClaimLibrary(claims, concepts);
};

/** The lowest threshold under which no more of the dev texts are flagged than is allowed. */
const thresholdOf = (
  model: Model,
  folder: string,
  lexicon: SentimentLexicon,
  library: ClaimLibrary,
): number => {
  const open = { ...model, threshold: [0] };
  const needed = allowed.map(([sets, label, share]) => {
    const texts = sets
      .flatMap(set => readSet(folder, set))
      .filter(row => row.split === 'dev' && (label === undefined || row.label === label))
      .map(({ text }) => readDocument(text));
    const found = texts.flatMap(document => {
      const manner = { model: open, features: readFeatures(document, lexicon) };
      if (judgeMisinformation(document, library) !== undefined) return [1];
      if (judgeMisinformation(document, library, manner) === undefined) return [];
      const near = library.near(document);
      return near === undefined ? [] : [likelihood(signsOf(document, near, mannerOf(manner)))];
    });
    return found.toSorted((a, b) => b - a)[Math.floor(texts.length * share)] ?? 0;
  });
  return Math.min(0.99, Math.max(...needed) + 1e-4);
};
