import { fold } from '../text/fold.ts';
import type { Practice } from '../core/practice.ts';
import { commonness } from './common-words.ts';
import { rememberTokens } from './dictionary.ts';
import type { Document } from './document.ts';
import { cities, otherTrades, states } from './places.ts';
import { border } from './vocabulary.ts';

export type Named = 'ours' | 'in short' | 'namesake' | 'nobody';

type Name = {
  readonly words: readonly string[];
  readonly kind: 'practice' | 'short' | 'clinician' | 'surname';
};

/** Looks for the practice's names and its clinicians' in a text, and for the places of namesakes. */
export const readNames = (practice: Practice): ((document: Document) => Named) => {
  const byFirst = new Map<string, Name[]>();
  const rarest = new Set<string>();
  for (const name of namesOf(practice)) {
    const [first] = name.words;
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
    rarest.add(name.words.reduce((a, b) => (commonness(b) < commonness(a) ? b : a)));
  }
  const home = new Set(practice.place === undefined ? [] : wordsOf(practice.place));
  for (const word of [...home]) for (const spelled of states.get(word) ?? []) home.add(spelled);

  // Half of all texts say "doctor", and few the rest of a name.
  const telling = rememberTokens(token => rarest.has(plain(token)));

  return document => {
    const tells = telling(document);
    if (!document.numbers.some(number => tells[number])) return 'nobody';
    const { list, tokens } = wordsIn(document);
    const verdicts = new Set<Named>();
    for (const [at, word] of list.entries()) {
      const known = byFirst.get(word);
      if (known === undefined) continue;
      for (const name of known)
        if (name.words.every((part, offset) => list[at + offset] === part))
          verdicts.add(
            name.kind === 'surname' && isOtherPerson(document, tokens[at] ?? 0)
              ? 'nobody'
              : name.kind === 'short' && !standsAlone(document, tokens[at] ?? 0)
                ? 'nobody'
                : whose(name, list, at, home),
          );
    }
    if (verdicts.has('ours')) return 'ours';
    if (verdicts.has('in short')) return 'in short';
    return verdicts.has('namesake') ? 'namesake' : 'nobody';
  };
};

/** Folding is slow, and few tokens need it. */
const plain = (token: string): string => (/^[ -~]*$/.test(token) ? token : fold(token));

const plainWords = rememberTokens((token): string | false => {
  const word = token === ',' ? token : plain(token);
  return word === ',' || /^[\p{L}\p{N}]/u.test(word) ? word : false;
});

/** The words of a document without their marks, but for commas and the borders of sentences. */
const wordsIn = (document: Document): { list: readonly string[]; tokens: readonly number[] } => {
  const list: string[] = [];
  const tokens: number[] = [];
  const words = plainWords(document);
  const { numbers, sentences } = document;
  let next = 0;
  for (let index = 0; index < numbers.length; index++) {
    if (sentences[next] === index) {
      list.push(border);
      tokens.push(index);
      next++;
    }
    const word = words[numbers[index] as number];
    if (word === false || word === undefined) continue;
    list.push(word);
    tokens.push(index);
  }
  return { list, tokens };
};

const wordsOf = (name: string): readonly string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(word => word !== '');

const namesOf = ({ name, aliases, clinicians, place }: Practice): readonly Name[] => [
  ...[name, ...aliases].map(called => ({ words: wordsOf(called), kind: 'practice' as const })),
  ...shortOf(name, place).map(word => ({ words: [word], kind: 'short' as const })),
  ...clinicians.flatMap(clinician => {
    const full = wordsOf(clinician).filter(word => !titles.has(word));
    const surname = full.at(-1);
    if (surname === undefined) return [];
    const possessive = (words: readonly string[]) => [...words.slice(0, -1), `${words.at(-1)}'s`];
    const forms = [full, ['dr', surname], ['doctor', surname], ['dra', surname]];
    return [
      ...[...forms, ...forms.map(possessive)].map(words => ({ words, kind: 'clinician' as const })),
      ...(everydaySurnames.has(surname) ? [] : [[surname], [`${surname}'s`]]).map(words => ({
        words,
        kind: 'surname' as const,
      })),
    ];
  }),
];

/** People call "Lakeside Family Medicine" just "Lakeside"; a first word that says what any practice does is no name. */
const shortOf = (name: string, place = ''): readonly string[] => {
  const [first = '', ...rest] = wordsOf(name);
  const isName =
    rest.length > 0 && first.length > 4 && !ordinary.has(first) && !wordsOf(place).includes(first);
  return isName ? [first] : [];
};

const ordinary = new Set(
  'family primary community health healthcare medical children pediatric pediatrics women general internal urgent first central north south east west northern southern eastern western downtown valley county city american national premier advanced complete total better care center clinic doctors practice physicians associates saint united modern green great'.split(
    ' ',
  ),
);

const titles = new Set([
  'dr',
  'doctor',
  'md',
  'do',
  'np',
  'pa',
  'rn',
  'aprn',
  'mrs',
  'mr',
  'ms',
  'dnp',
  'phd',
  'c',
]);

/** How many words after a name its place is looked for. */
const reach = 9;

const whose = (
  { words, kind }: Name,
  list: readonly string[],
  at: number,
  home: ReadonlySet<string>,
): Named => {
  const after: string[] = [];
  for (let next = at + words.length; next < list.length && after.length < reach; next++) {
    const word = list[next];
    if (word === undefined || word === border) break;
    after.push(word);
  }
  const before = list.slice(Math.max(0, at - 5), at);
  if (kind === 'practice' && otherTrades.has(after[0] ?? '')) return 'namesake';
  if (isElsewhere(after, home) || isElsewhere(before, home)) return 'namesake';
  return kind === 'short' ? 'in short' : 'ours';
};

/** A name cut short is a name only with a capital, and not before another that makes it longer ("Lakeside High"). */
const standsAlone = (
  { title, text, titleTokens, starts, ends }: Document,
  token: number,
): boolean => {
  const source = token < titleTokens ? title : text;
  const isCapital = (at: number) => /^\p{Lu}/u.test(source.slice(starts[at], ends[at]));
  const goesOn = ends[token] !== undefined && starts[token + 1] === (ends[token] ?? 0) + 1;
  return isCapital(token) && !(goesOn && isCapital(token + 1));
};

/** Somebody with another first name ("Michael Osei scored twice") bears the surname by chance. */
const isOtherPerson = (document: Document, token: number): boolean => {
  const before = token - 1;
  if (document.sentences.includes(token) || document.sentences.includes(before)) return false;
  const source = before < document.titleTokens ? document.title : document.text;
  const first = source.slice(document.starts[before], document.ends[before]);
  return /^\p{Lu}\p{Ll}+$/u.test(first) && !titles.has(first.toLowerCase());
};

/** Surnames that are everyday words count only with their "Dr.". */
const everydaySurnames = new Set(
  'young long best good hope love rice bell cook baker king price wise sharp strong rich day may park hill wood woods field fields stone rose brown white black green gray grey gold silver little short small bright fair moody savage pain payne blood heart bone bones head hand foot cold winter summer frost snow rain west north east south church bishop pope law judge marsh lake rivers brooks banks mason carter parker walker hunter fisher miller smith taylor turner cooper butler page bond case cross read reed england france ireland holland lane street power powers wells burns cash chance ward nurse'.split(
    ' ',
  ),
);

const isElsewhere = (around: readonly string[], home: ReadonlySet<string>): boolean => {
  if (around.some(word => home.has(word))) return false;
  for (const [at, word] of around.entries()) {
    const pair = `${word} ${around[at + 1] ?? ''}`;
    const comma = around[at - 1] === ',' || around[at - 1] === 'in';
    if (cities.has(word) || cities.has(pair) || states.has(pair)) return true;
    const spelled = states.has(word) && (word.length > 2 || (comma && !ambiguous.has(word)));
    if (spelled) return true;
  }
  return false;
};

/** Postal abbreviations that are words. */
const ambiguous = new Set([
  'in',
  'or',
  'me',
  'hi',
  'ok',
  'oh',
  'ma',
  'pa',
  'la',
  'de',
  'id',
  'al',
  'co',
  'md',
]);
