import { createInterface } from 'node:readline';
import * as z from 'zod';
import { createClassifier } from '../classify/classifier.ts';
import { mentionKinds } from '../core/mention.ts';
import { nobody } from '../core/practice.ts';
import { exitCodes } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import type { Classify } from '../core/verdict.ts';
import { jsonLines, lineId } from './json-lines.ts';
import { readKnowledge } from './knowledge.ts';
import { print } from './print.ts';
import type { Shell } from './shell.ts';
import { openWorkspace } from './workspace.ts';
import type { Globals } from './workspace.ts';

const line = z.object({
  id: lineId,
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
  const typed = createInterface({ input: shell.stdin, crlfDelay: Infinity });
  let refused = 0;
  for await (const read of jsonLines(typed, line, shell.stderr)) {
    if (read.kind === 'refused') refused++;
    else await print(shell.stdout, `${JSON.stringify(judged(read.value, judge))}\n`);
  }
  return refused > 0 ? exitCodes.partial : exitCodes.done;
};

const judged = ({ id, text, title, kind, rating }: z.infer<typeof line>, judge: Classify) => ({
  id,
  ...judge({
    text,
    ...(title == null ? {} : { title }),
    ...(kind == null ? {} : { kind }),
    ...(rating == null ? {} : { rating }),
  }),
});
