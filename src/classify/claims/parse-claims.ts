import { topicIds } from '../../core/verdict.ts';
import type { TopicId } from '../../core/verdict.ts';
import type { Claim, ClaimSource } from './claim.ts';
import { isFields, textOf } from './fields.ts';
import type { Fields } from './fields.ts';

export type ParsedClaims = {
  readonly claims: readonly Claim[];
  /** What was wrong, with the line (from 1), for a person; the other lines still count. */
  readonly problems: readonly string[];
};

/** Reads claims from JSON lines; only `id` and `claim` are needed. Never throws. */
export const parseClaims = (text: string): ParsedClaims => {
  const claims: Claim[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readClaim(line);
    if (typeof read === 'string') problems.push(`line ${index + 1}: ${read}`);
    else if (seen.has(read.id)) problems.push(`line ${index + 1}: the id ${read.id} came before`);
    else {
      seen.add(read.id);
      claims.push(read);
    }
  }
  return { claims, problems };
};

const readClaim = (line: string): Claim | string => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this is no JSON';
  }
  if (!isFields(value)) return 'a claim must be an object';
  const id = typeof value['id'] === 'number' ? String(value['id']) : textOf(value['id']);
  const claim = textOf(value['claim']) ?? textOf(value['text']);
  if (id === undefined) return 'a claim needs an "id"';
  if (claim === undefined) return `the claim ${id} needs its "claim" in words`;
  const title = textOf(value['title']);
  const fact = textOf(value['fact']);
  const date = textOf(value['date']);
  const topic = topicIds.find(known => known === value['topic']);
  return {
    id,
    claim,
    says: textsOf(value['says']),
    match: textsOf(value['match']),
    sources: sourcesOf(value['sources']),
    ...(title === undefined ? {} : { title }),
    ...(fact === undefined ? {} : { fact }),
    ...(date === undefined ? {} : { date }),
    ...topicOf(topic),
  };
};

const topicOf = (topic: TopicId | undefined) => (topic === undefined ? {} : { topic });

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter(text => text !== undefined);

/** Sources may be bare addresses or objects; what is no web address is left out. */
const sourcesOf = (value: unknown): readonly ClaimSource[] =>
  (Array.isArray(value) ? value : []).flatMap(source => {
    const parts: Fields = isFields(source) ? source : { address: source };
    const address = textOf(parts['address']) ?? textOf(parts['url']);
    if (address === undefined || !URL.canParse(address) || !/^https?:/i.test(address)) return [];
    const organisation = textOf(parts['organisation']) ?? new URL(address).hostname;
    return [{ organisation, title: textOf(parts['title']) ?? organisation, address }];
  });
