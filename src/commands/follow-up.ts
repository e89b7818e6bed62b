import { randomUUID } from 'node:crypto';
import { recordOf } from '../core/record.ts';
import type { MentionRecord } from '../core/record.ts';
import type { FollowUp } from '../core/reply-step.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { handOver, handOverMarkdown, handOverText } from '../reply/hand-over.ts';
import type { HandOver } from '../reply/hand-over.ts';
import type { Store } from '../store/store.ts';
import { clipboardSequence } from '../text/clipboard.ts';
import { print } from './print.ts';
import { resolveId } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

type Format = 'text' | 'md' | 'json';

type HandOverOptions = Globals & { readonly format: Format; readonly copy?: true };

/** `listen handover ID`: the card that goes to the office with a referred mention. */
export const handover = async (
  typed: string,
  { format, copy, ...globals }: HandOverOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, globals);
  return withStore(workspace, shell, async store => {
    const record = await referredAs(typed, store);
    const { verdict, followUp } = record;
    const card = handOver(record, verdict, workspace.config?.practice, followUp?.state);
    const written = writtenAs(card, record, format);
    await print(shell.stdout, written);
    if (copy && shell.stderr.isTTY) shell.stderr.write(clipboardSequence(written));
    else if (copy) shell.stderr.write('There is no terminal here to copy with.\n');
    return exitCodes.done;
  });
};

const writtenAs = (card: HandOver, { id }: MentionRecord, format: Format): string => {
  switch (format) {
    case 'text':
      return handOverText(card);
    case 'md':
      return handOverMarkdown(card);
    case 'json':
      return `${JSON.stringify({ id, ...card })}\n`;
    default:
      return format satisfies never;
  }
};

type FollowOptions = Globals & {
  readonly state: FollowUp;
  readonly note?: string;
  readonly json?: true;
};

/** `listen follow ID --state S`: says what became of a mention that was referred to the office. */
export const follow = async (
  typed: string,
  options: FollowOptions,
  shell: Shell,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    const { id } = await referredAs(typed, store);
    const { state } = options;
    const at = shell.now().toISOString();
    const said = { state, ...(options.note ? { note: options.note } : {}) };
    const step = { step: 'follow-up', ...said } as const;
    await store.record([
      { id: randomUUID(), at, by: workspace.me, kind: 'reply', mentions: [id], step },
    ]);
    if (options.json)
      await print(shell.stdout, `${JSON.stringify({ id, ...said, by: workspace.me, at })}\n`);
    else shell.stderr.write(`${told[state]}\n`);
    return exitCodes.done;
  });
};

const told: Readonly<Record<FollowUp, string>> = {
  open: 'Open: the office has yet to see to it.',
  called: 'Somebody has called.',
  resolved: 'Resolved.',
  'no-answer': 'Nobody answered; it stays pending.',
};

const referredAs = async (typed: string, store: Store): Promise<MentionRecord> => {
  const id = resolveId(typed, await store.rows());
  const [kept] = await store.mentions([id]);
  const record = kept && recordOf(kept);
  if (record?.decision?.bucket === 'refer') return record;
  throw new UserError(
    `${id} was not referred to the office; do that with "listen triage ${id} --bucket refer".`,
  );
};
