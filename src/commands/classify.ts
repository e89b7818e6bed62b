import { createInterface } from 'node:readline';
import * as z from 'zod';
import { createClassifier } from '../classify/classifier.ts';
import { mentionKinds } from '../core/mention.ts';
import { nobody } from '../core/practice.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { Classify } from '../core/verdict.ts';
import { readKnowledge } from './knowledge.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

const line = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  text: z.string(),
  title: z.string().nullish(),
  kind: z.enum(mentionKinds).nullish(),
  rating: z.number().nullish(),
});

/** Reads JSON lines from standard input and writes one verdict a line; a line that cannot be read is told and skipped. */
export const classify = async (options: Globals, shell: Shell): Promise<ExitCode> => {
  const { config } = openWorkspace(shell, options);
  const warn = (problem: string) => void shell.stderr.write(`${problem}\n`);
  const knowledge = await readKnowledge(shell.root, config?.claimFiles, warn);
  const judge = createClassifier(knowledge, config?.practice ?? nobody);
  let number = 0;
  let failed = 0;
  for await (const text of createInterface({ input: shell.stdin, crlfDelay: Infinity })) {
    number++;
    if (text.trim() === '') continue;
    const answer = judged(text, judge);
    if (answer.kind === 'verdict') {
      await print(shell.stdout, `${answer.json}\n`);
    } else {
      failed++;
      shell.stderr.write(`line ${number}: ${answer.why}\n`);
    }
  }
  return failed > 0 ? exitCodes.partial : exitCodes.done;
};

type Answer =
  | { readonly kind: 'verdict'; readonly json: string }
  | { readonly kind: 'refused'; readonly why: string };

const judged = (text: string, judge: Classify): Answer => {
  const read = line.safeParse(parsed(text));
  if (!read.success) return { kind: 'refused', why: 'is not a JSON object with "id" and "text"' };
  const { id, text: body, title, kind, rating } = read.data;
  const verdict = judge({
    text: body,
    ...(title == null ? {} : { title }),
    ...(kind == null ? {} : { kind }),
    ...(rating == null ? {} : { rating }),
  });
  return { kind: 'verdict', json: JSON.stringify({ id, ...verdict }) };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // zod then refuses the line, and says so
  }
};
