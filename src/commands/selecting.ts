import type { MentionId } from '../core/mention.ts';
import type { Query } from '../core/query.ts';
import { parseQuery, showProblem } from '../core/query-parse.ts';
import { recordOf } from '../core/record.ts';
import type { MentionRecord } from '../core/record.ts';
import type { Row } from '../core/row.ts';
import { UserError } from '../core/user-error.ts';
import type { Kept, Store } from '../store/store.ts';

/** Reads a query from the command line; a `UserError` shows where it goes wrong. */
export const queryFrom = (typed: string, now: Date): Query => {
  const parsed = parseQuery(typed, now.getTime());
  if (parsed.ok) return parsed.query;
  throw new UserError(showProblem(typed, parsed.problem));
};

/** How many whole mentions are read at a time. */
const batch = 200;

/** Reads the whole mentions behind rows, in their order, a batch at a time, each as `see` shows it. */
export async function* recordsOf(
  store: Store,
  rows: readonly Row[],
  see: (kept: Kept) => Kept = kept => kept,
): AsyncGenerator<MentionRecord> {
  for (let start = 0; start < rows.length; start += batch) {
    const ids = rows.slice(start, start + batch).map(row => row.id);
    for (const kept of await store.mentions(ids)) yield recordOf(see(kept));
  }
}

/** The mentions that these ids, or beginnings of ids, mean, each once; whole ids are found at once. */
export const resolveIds = (
  typed: readonly string[],
  rows: readonly Row[],
): readonly MentionId[] => {
  const whole = new Map<string, MentionId>(rows.map(({ id }) => [id, id]));
  return [...new Set(typed.map(id => whole.get(id) ?? resolveId(id, rows)))];
};

/** Finds the one mention that an id, or the beginning of one, means; a `UserError` when there is none or several. */
export const resolveId = (typed: string, rows: readonly Row[]): MentionId => {
  const found = rows.filter(row => row.id.startsWith(typed));
  const exact = found.find(row => row.id === typed) ?? (found.length === 1 ? found[0] : undefined);
  if (exact && typed !== '') return exact.id;
  throw new UserError(
    found.length === 0
      ? `No mention has the id "${typed}"; "listen list" shows the ids.`
      : `${found.length} mentions have ids that begin with "${typed}"; write more of it.`,
  );
};
