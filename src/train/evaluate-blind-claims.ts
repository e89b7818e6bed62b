import { readFileSync } from 'node:fs';
import { createClassifier } from '../classify/classifier.ts';
import { debunked } from './debunked.ts';
import type { Evaluation, Line } from './evaluation.ts';

/** Posts of ours that nobody looked at to widen claims or stances, and what is said of each claim against it. */
export const evaluateBlindClaims: Evaluation = {
  id: 'claims-blind',
  title: 'Claims in posts written blind',
  on: 'ours',
  measure: knowledge => {
    const judge = createClassifier(knowledge, {
      name: '',
      aliases: [],
      clinicians: [],
      place: '',
    });
    const matchOf = (text: string) =>
      judge({ text, kind: 'post' }).flags.find(({ kind }) => kind === 'misinformation')?.match;
    const line = (set: string, meaning: string, texts: readonly string[]): Line => {
      const matches = texts.map(matchOf);
      const share = (wanted: (match: string | undefined) => boolean) =>
        matches.filter(wanted).length / Math.max(1, texts.length);
      return {
        set,
        texts: texts.length,
        figures: {
          [meaning]: share(match => match !== undefined),
          confirmed: share(match => match === 'confirmed'),
        },
      };
    };
    const { claims } = knowledge.claims;
    return [
      line('spread a claim', 'found', blind('spreads')),
      line('spread none', 'false alarms', blind('clean')),
      line('what the claims of data/claims are countered with', 'false alarms', facts(claims)),
      line('denials, questions and reports of these claims', 'false alarms', denials(claims)),
    ];
  },
};

const blind = (label: string): readonly string[] =>
  readFileSync(new URL('../../test/fixtures/classify/blind-claims.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(row => row.split('\t')[1] === label)
    .map(row => row.split('\t')[0] ?? '');

type Said = { readonly claim: string; readonly says: readonly string[]; readonly fact?: string };

const facts = (claims: readonly Said[]) =>
  claims.flatMap(({ fact = '' }) => fact.split(/(?<=[.!?]) /)).filter(oneIn(3));

/** Not all of them, for time. */
const oneIn = (few: number) => (_: string, index: number) => index % few === 0;

const denials = (claims: readonly Said[]) =>
  claims
    .flatMap(({ claim, says }, index) =>
      [claim, ...says].flatMap((wording, at) => debunked(wording, index + at)),
    )
    .filter(oneIn(12));
