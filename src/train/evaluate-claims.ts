import { readFileSync, readdirSync } from 'node:fs';
import type { Concepts } from '../classify/claims/claim.ts';
import { judgeMisinformation } from '../classify/claims/judge.ts';
import { createClaimLibrary, createClaimList } from '../classify/claims/library.ts';
import { parseClaims } from '../classify/claims/parse-claims.ts';
import { readDocument } from '../classify/document.ts';
import { readFeatures } from '../classify/features.ts';
import type { FeelingKnowledge } from '../classify/feelings.ts';
import { readSet } from './dataset.ts';
import type { Evaluation, Line } from './evaluation.ts';

/** Sets by what a flag means there: their labels say who wrote a text, not which claim it spreads. */
const sets: readonly (readonly [set: string, label: string | undefined, meaning: string])[] = [
  ['health_news_headlines', undefined, 'false alarms'],
  ['nhs_fft_sentiment', undefined, 'false alarms'],
  ['nhs_phase1_sentiment', undefined, 'false alarms'],
  ['psytar_adr', undefined, 'false alarms'],
  ['vader_amazon', undefined, 'false alarms'],
  ['constraint2021', 'real', 'false alarms'],
  ['vaccine_stance', 'pro', 'false alarms'],
  ['vaccine_stance', 'anti', 'found'],
  ['constraint2021', 'fake', 'found'],
  ['covid_rumor', 'fake', 'found'],
  ['health_misinfo_reddit', 'misinfo', 'found'],
];

/** How often known claims are flagged where they should and should not be, and how well claims are ranked. */
export const evaluateClaims: Evaluation = {
  id: 'claims-dev',
  title: 'Known health claims',
  on: 'data',
  measure: ({ feelings }, data) => [
    ...sets.map(([set, label, meaning]) => flagged(feelings, data, set, label, meaning)),
    ranked(data),
  ],
};

const library = () => {
  const folder = 'data/claims/';
  const files = readdirSync(folder).filter(name => name.endsWith('.jsonl'));
  const claims = files.flatMap(name => parseClaims(readFileSync(folder + name, 'utf8')).claims);
  const concepts = JSON.parse(readFileSync(`${folder}concepts.json`, 'utf8')) as Concepts;
  return createClaimLibrary(claims, concepts);
};

const flagged = (
  { models, english }: FeelingKnowledge,
  data: string,
  set: string,
  label: string | undefined,
  meaning: string,
): Line => {
  const claims = library();
  const texts = readSet(data, set).filter(
    text => text.split === 'dev' && (label === undefined || text.label === label),
  );
  const flags = texts.map(({ text }) => {
    const document = readDocument(text);
    const features = readFeatures(document, english.sentiment);
    return judgeMisinformation(document, claims, { model: models.myths, features });
  });
  const share = (count: number) => count / Math.max(1, texts.length);
  return {
    set: label === undefined ? set : `${set}, ${label}`,
    texts: texts.length,
    figures: {
      [meaning]: share(flags.filter(flag => flag !== undefined).length),
      confirmed: share(flags.filter(flag => flag?.match === 'confirmed').length),
    },
  };
};

/** Mean average precision at 5 on CheckThat 2022 task 2A, whose training pairs also fitted four weights. */
const ranked = (data: string): Line => {
  const claims = readSet(data, 'retrieval_ct22_claims').map(({ id, text, ...rest }) => ({
    id,
    claim: text,
    title: 'title' in rest && typeof rest.title === 'string' ? rest.title : '',
    says: [],
    match: [],
    sources: [],
  }));
  const { search } = createClaimList(claims);
  const queries = readSet(data, 'retrieval_ct22');
  const precision = queries.map(({ text, label }) => {
    const right = new Set(label);
    let hits = 0;
    let sum = 0;
    for (const [at, { claim }] of search(text, 5).entries())
      if (right.has(claim.id)) sum += ++hits / (at + 1);
    return sum / Math.min(5, right.size);
  });
  const map = precision.reduce((sum, one) => sum + one, 0) / Math.max(1, queries.length);
  return { set: 'retrieval_ct22', texts: queries.length, figures: { 'MAP@5': map } };
};
