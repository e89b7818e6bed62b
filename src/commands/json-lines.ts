import type { Writable } from 'node:stream';
import * as z from 'zod';
import { readJson } from '../parse/json.ts';

/** An id of a line; a number is taken for its digits. */
export const lineId = z.union([z.string(), z.number().transform(String)]);

export type JsonLine<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused' };

/** Reads JSON lines by a schema; blank ones are passed over, and one that cannot be read is told on `stderr` with its number and what is wrong with it. */
export async function* jsonLines<T>(
  lines: Iterable<string> | AsyncIterable<string>,
  schema: z.ZodType<T>,
  stderr: Writable,
): AsyncGenerator<JsonLine<T>> {
  let number = 0;
  for await (const line of lines) {
    number++;
    // Windows' shells begin what they hand on with a byte order mark, which trimming takes for a space.
    const text = line.trim();
    if (text === '') continue;
    const read = schema.safeParse(readJson(text), { reportInput: true });
    if (read.success) yield { kind: 'read', value: read.data };
    else {
      stderr.write(`line ${number}: ${complaintOf(read.error)}\n`);
      yield { kind: 'refused' };
    }
  }
}

const complaintOf = ({ issues: [issue] }: z.ZodError): string => {
  const [key] = issue?.path ?? [];
  if (issue === undefined || key === undefined) return 'is not a JSON object';
  if (issue.input === undefined) return `has no "${String(key)}"`;
  if (issue.code === 'invalid_value')
    return `"${String(key)}" must be one of ${issue.values.join(', ')}`;
  return issue.code === 'invalid_type'
    ? `"${String(key)}" must be a ${issue.expected}`
    : `"${String(key)}" cannot be read`;
};
