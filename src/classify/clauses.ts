import { rememberTokens } from './dictionary.ts';
import type { Document } from './document.ts';
import type { Leaning } from './leaning.ts';

/** For each token, the number of its clause: people praise and blame in one sentence, but seldom in one clause. */
export const clausesOf = (document: Document): Uint16Array => {
  const { tokens, numbers, sentences, titleTokens } = document;
  const breaks = isBreak(document);
  const clauses = new Uint16Array(tokens.length);
  let clause = 0;
  let next = 0;
  for (let t = 0; t < tokens.length; t++) {
    const isStart = sentences[next] === t;
    if (isStart) next++;
    if (t > 0 && (isStart || t === titleTokens || breaks[numbers[t] as number] === true)) clause++;
    clauses[t] = clause;
  }
  return clauses;
};

const isBreak = rememberTokens(token => conjunctions.has(token));

const conjunctions = new Set(
  ', ; : ( ) – — but however although though yet except while whereas and plus unfortunately thankfully y pero aunque sin embargo mientras'.split(
    ' ',
  ),
);

/** What the tokens of one clause gave, as if the clause stood alone: sums grow with the root of the length. */
export const leaningWithin = (
  clauses: Uint16Array,
  leaning: Float32Array,
  clause: number,
): number => {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < clauses.length; t++) {
    if (clauses[t] !== clause) continue;
    sum += leaning[t] ?? 0;
    count++;
  }
  return count === 0 ? 0 : sum * Math.sqrt(clauses.length / count);
};

/** How the clause that leans most to the negative does, as if it stood alone; 0 when none does. */
export const sorestOf = (document: Document, { tokens }: Pick<Leaning, 'tokens'>): number => {
  const clauses = clausesOf(document);
  let [sorest, sum, count] = [0, 0, 0];
  for (let t = 0; t < clauses.length; t++) {
    sum += tokens[t] ?? 0;
    count++;
    if (clauses[t + 1] === clauses[t]) continue;
    sorest = Math.min(sorest, sum * Math.sqrt(clauses.length / count));
    [sum, count] = [0, 0];
  }
  return sorest;
};
