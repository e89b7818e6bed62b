import { z } from 'zod';
import type { Source, SourceState } from '../core/source.ts';
import { nearest } from '../text/similarity.ts';
import type { Look, LookContext, Looked } from './look.ts';

/** One kind of source: what it needs, and how it is looked at. */
export type Kind = {
  /** What is wrong with how the configuration names it; undefined when nothing is. */
  readonly check: (source: Source) => string | undefined;
  readonly look: Look;
};

type Parts<S extends z.ZodObject> = {
  readonly url: 'needed' | 'optional';
  readonly options: S;
  readonly look: (
    options: z.output<S>,
    source: Source,
    state: SourceState | undefined,
    context: LookContext,
  ) => Promise<Looked>;
};

/** A kind whose options are checked before it looks. */
export const kindOf = <S extends z.ZodObject>({ url, options, look }: Parts<S>): Kind => {
  const complaintOf = (source: Source): string | undefined => {
    if (url === 'needed' && source.url === undefined) return 'it needs a url';
    const issues = options.safeParse(source.options ?? {}).error?.issues ?? [];
    const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
    return issue && complaint(issue, Object.keys(options.shape));
  };
  return {
    check: complaintOf,
    look: async (source, state, context) => {
      const why = complaintOf(source);
      if (why !== undefined) return { kind: 'failed', why };
      return look(options.parse(source.options ?? {}), source, state, context);
    },
  };
};

const complaint = (issue: z.core.$ZodIssue, known: readonly string[]): string => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const near = nearest(key, known);
    const hint =
      near === undefined ? `it takes ${known.join(', ') || 'none'}` : `did you mean ${near}?`;
    return `it has no option "${key}"; ${hint}`;
  }
  const key = issue.path.map(String).join('.');
  return key === '' ? issue.message : `its option ${key} ${issue.message}`;
};

const text = z.string({
  error: ({ input }) => (input === undefined ? 'is missing' : 'must be text'),
});

/** Words to search for. */
export const words = text.trim().min(1, 'must not be empty');

/** Names, one or several. */
export const names = z
  .union([words.transform(name => [name]), z.array(words).min(1, 'must not be empty')], {
    error: 'must be a name or a list of names',
  })
  .transform(list => list.map(name => name.replace(/^[#@]|^\/?r\//, '')));

/** A name that becomes part of an address. */
export const slugged = text.regex(/^[\w.@:-]+$/, 'must be a name without spaces');

/** The base address, without a slash at its end. */
export const baseOf = (source: Source, usual: string): string =>
  (source.url ?? usual).replace(/\/+$/, '');

/** A query string; what is undefined is left out. */
export const queryOf = (fields: Readonly<Record<string, string | number | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) query.set(name, String(value));
  return query.toString();
};
