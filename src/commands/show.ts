import { recordOf } from '../core/record.ts';
import type { MentionRecord } from '../core/record.ts';
import type { RecordedAct } from '../core/triage.ts';
import { exitCodes } from '../core/user-error.ts';
import type { Span } from '../core/verdict.ts';
import { deedOf } from './deeds.ts';
import { learnedFrom } from './learning.ts';
import { resolveId } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals } from './workspace.ts';

/** `listen show ID`: everything that is held about one mention. */
export const show = async (
  typed: string,
  options: Globals & { readonly json?: true },
  shell: Shell,
): Promise<number> =>
  withStore(openWorkspace(shell, options), shell, async store => {
    const id = resolveId(typed, await store.rows());
    const [kept] = await store.mentions([id]);
    const history = await store.acts(id);
    if (kept === undefined) return exitCodes.failed;
    const see = await learnedFrom(store);
    const record = recordOf(see(kept));
    shell.stdout.write(
      options.json ? `${JSON.stringify({ ...record, history })}\n` : described(record, history),
    );
    return exitCodes.done;
  });

const described = (record: MentionRecord, history: readonly RecordedAct[]): string => {
  const { verdict, decision, followUp } = record;
  const quotes = (spans: readonly Span[]) => quoted(spans, record);
  const lines = [
    record.title,
    [
      record.kind,
      record.rating === undefined ? undefined : `${record.rating} of 5 stars`,
      record.author,
      record.source,
      record.publishedAt,
    ]
      .filter(Boolean)
      .join(' · '),
    record.url,
    '',
    record.text,
    '',
    `sentiment  ${verdict.sentiment.label}${quotes(verdict.sentiment.evidence)}`,
    ...verdict.flags.map(flag => `flag       ${flag.kind}: ${flag.reason}${quotes(flag.evidence)}`),
    ...verdict.topics.map(
      topic => `topic      ${topic.id} ${topic.sentiment}${quotes(topic.evidence)}`,
    ),
    verdict.unread === undefined ? undefined : `unread     ${verdict.unread}`,
    `priority   ${verdict.priority.score} (${verdict.priority.reasons.join('; ')})`,
    `suggested  ${verdict.suggestion.bucket} (${verdict.suggestion.reason})`,
    decision ? `decided    ${decision.bucket} by ${decision.by}, ${decision.at}` : undefined,
    decision?.note === undefined ? undefined : `           ${decision.note}`,
    followUp ? `follow-up  ${followUp.state} by ${followUp.by}, ${followUp.at}` : undefined,
    followUp?.note === undefined ? undefined : `           ${followUp.note}`,
    ...(record.notes ?? []).map(note => `note       ${note.text} (${note.by}, ${note.at})`),
    ...record.alsoIn.map(({ source, url }) => `also in    ${source}${url ? ` ${url}` : ''}`),
    ...history.map(act => `history    ${act.at}  ${act.by}  ${deedOf(act)}`),
    `id         ${record.id}`,
  ];
  return `${lines.filter(line => line !== undefined).join('\n')}\n`;
};

const quoted = (spans: readonly Span[], { text, title = '' }: MentionRecord): string => {
  const words = spans.map(({ start, end, in: where }) =>
    (where === 'title' ? title : text).slice(start, end),
  );
  return words.length > 0 ? `  “${words.join('” “')}”` : '';
};
