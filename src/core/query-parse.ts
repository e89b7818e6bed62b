import { fold } from '../text/fold.ts';
import { nearest } from '../text/similarity.ts';
import { mentionKinds } from './mention.ts';
import { everything, states } from './query.ts';
import type { Query } from './query.ts';
import { parseMoment } from './moment.ts';
import { buckets, flagKinds, sentiments, topicIds } from './verdict.ts';

export type QueryProblem = {
  /** UTF-16 offset into what was typed. */
  readonly position: number;
  readonly message: string;
};

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: QueryProblem };

/** Reads `flag:negative (rude OR "front desk") NOT bucket:ignore since:7d`; `now` in milliseconds dates `since:7d`. */
export const parseQuery = (typed: string, now: number): ParsedQuery => {
  try {
    const parser = { tokens: tokenize(typed), at: 0, depth: 0, now, end: typed.length };
    const query = parser.tokens.length === 0 ? everything : either(parser);
    const left = parser.tokens[parser.at];
    if (left)
      throw new Misread(left.position, `Unexpected "${left.text}"; remove it or add "(" before.`);
    return { ok: true, query };
  } catch (error) {
    if (error instanceof Misread) return { ok: false, problem: error };
    throw error;
  }
};

/** What a bad query looks like to a person: the query, a caret under the place, and what was expected. */
export const showProblem = (typed: string, { position, message }: QueryProblem): string =>
  `${message}\n  ${typed}\n  ${' '.repeat(position)}^`;

type Token = {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'phrase' | 'word';
  readonly text: string;
  readonly position: number;
};

type Parser = {
  readonly tokens: readonly Token[];
  at: number;
  /** How many brackets and negations are open. */
  depth: number;
  readonly now: number;
  readonly end: number;
};

/** Thrown and caught within this file only: the shortest way out of a recursive descent. */
class Misread extends Error implements QueryProblem {
  readonly position: number;
  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

const tokenize = (typed: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of typed.matchAll(/[()]|-(?=[^\s)])|(?:[a-z]+:)?"[^"]*"?|[^\s()"]+/gi)) {
    const [text] = match;
    const position = match.index;
    const operator = operators.get(text);
    if (text === '(') tokens.push({ kind: 'open', text, position });
    else if (text === ')') tokens.push({ kind: 'close', text, position });
    else if (operator !== undefined) tokens.push({ kind: operator, text, position });
    else if (text.startsWith('"')) tokens.push({ kind: 'phrase', text, position });
    else if (text === '-' && /[^\s)]/.test(typed.charAt(position + 1)))
      tokens.push({ kind: 'not', text, position });
    else tokens.push({ kind: 'word', text, position });
    if (/"/.test(text) && !/"[^"]*"$/.test(text))
      throw new Misread(position + text.length, 'This phrase is not closed; add a ".');
  }
  return tokens;
};

const either = (parser: Parser): Query => {
  const parts = [both(parser)];
  while (take(parser, 'or')) parts.push(both(parser));
  return combine('or', parts);
};

const both = (parser: Parser): Query => {
  const parts = [one(parser)];
  for (;;) {
    if (take(parser, 'and')) parts.push(one(parser));
    else if (startsTerm(parser.tokens[parser.at])) parts.push(one(parser));
    else return combine('and', parts);
  }
};

const startsTerm = (token: Token | undefined) =>
  token !== undefined && token.kind !== 'close' && token.kind !== 'or' && token.kind !== 'and';

const combine = (kind: 'and' | 'or', parts: readonly Query[]): Query => {
  const [first, ...others] = parts;
  return first !== undefined && others.length === 0 ? first : { kind, of: parts };
};

const one = (parser: Parser): Query => {
  const token = parser.tokens[parser.at];
  if (!token)
    throw new Misread(
      parser.end,
      'The query stops short; a word or a field like flag:urgent was expected.',
    );
  parser.at++;
  if (parser.depth > deepest)
    throw new Misread(token.position, `Brackets go ${deepest} deep at most.`);
  switch (token.kind) {
    case 'not': {
      parser.depth++;
      const of = one(parser);
      parser.depth--;
      return { kind: 'not', of };
    }
    case 'open': {
      parser.depth++;
      const inner = either(parser);
      parser.depth--;
      if (!take(parser, 'close')) throw new Misread(parser.end, 'A ")" is missing.');
      return inner;
    }
    case 'phrase':
      return words(token.text.slice(1, -1), token.position);
    case 'word':
      return term(token, parser.now);
    case 'and':
    case 'or':
    case 'close':
      throw new Misread(token.position, `A word or a field was expected before "${token.text}".`);
    default:
      return token.kind satisfies never;
  }
};

/** Deeper than anyone writes, and far from where the stack ends. */
const deepest = 100;

const take = (parser: Parser, kind: Token['kind']): boolean => {
  if (parser.tokens[parser.at]?.kind !== kind) return false;
  parser.at++;
  return true;
};

const words = (text: string, position: number): Query => {
  const folded = fold(text).trim();
  if (folded === '')
    throw new Misread(position, 'This phrase is empty; write words between the quotes.');
  return { kind: 'words', words: folded };
};

/** The fields, and for those with a fixed vocabulary their values; README and completion list them from here. */
export const fields = {
  flag: flagKinds,
  topic: topicIds,
  sentiment: sentiments,
  bucket: ['inbox', ...buckets],
  kind: mentionKinds,
  is: states,
  source: undefined,
  author: undefined,
  claim: undefined,
  since: undefined,
  before: undefined,
} as const;

type Field = keyof typeof fields;

const term = ({ text, position }: Token, now: number): Query => {
  const [, name, value = ''] = /^([a-z]+):(.*)$/is.exec(text) ?? [];
  if (name === undefined || /^https?$/i.test(name)) return words(text, position);
  const field = name.toLowerCase();
  if (!Object.hasOwn(fields, field)) throw unknown('field', name, Object.keys(fields), position);
  const at = position + name.length + 1;
  const plain = value.replace(/^"|"$/g, '');
  if (plain === '') throw new Misread(at, `A value was expected after "${name}:".`);
  return fieldQuery(field as Field, plain, at, now);
};

const fieldQuery = (field: Field, value: string, position: number, now: number): Query => {
  switch (field) {
    case 'flag':
      return { kind: 'flag', flag: pick(field, value, flagKinds, position) };
    case 'topic':
      return { kind: 'topic', topic: pick(field, value, topicIds, position) };
    case 'sentiment':
      return { kind: 'sentiment', sentiment: pick(field, value, sentiments, position) };
    case 'bucket':
      return { kind: 'bucket', bucket: pick(field, value, fields.bucket, position) };
    case 'kind':
      return { kind: 'item', item: pick(field, value, mentionKinds, position) };
    case 'is':
      return { kind: 'is', state: pick(field, value, states, position) };
    case 'source':
      return { kind: 'source', name: value.toLowerCase() };
    case 'author':
      return { kind: 'author', name: fold(value) };
    case 'claim':
      return { kind: 'claim', name: value.toLowerCase() };
    case 'since':
    case 'before': {
      const at = parseMoment(value, now);
      if (at === undefined)
        throw new Misread(
          position,
          `"${value}" is no moment; write 7d, 24h, today, yesterday or a date like 2026-11-20.`,
        );
      return { kind: field, at };
    }
    default:
      return field satisfies never;
  }
};

const pick = <V extends string>(
  field: string,
  value: string,
  values: readonly V[],
  position: number,
): V => {
  const found = values.find(known => known === value.toLowerCase());
  if (found === undefined) throw unknown(field, value, values, position);
  return found;
};

const unknown = (what: string, value: string, known: readonly string[], position: number) => {
  const near = nearest(value.toLowerCase(), known);
  const hint = near === undefined ? '.' : `; did you mean ${near}?`;
  return new Misread(position, `Unknown ${what} "${value}"${hint} Known: ${known.join(', ')}.`);
};
