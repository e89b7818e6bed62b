import { httpUrl } from '../../text/http-url.ts';
import type { Standing } from '../../reply/approval.ts';
import { networkLimitOf } from '../../reply/network-limit.ts';
import type { Finding } from '../../reply/policy.ts';
import { isBlocked, isFixed } from '../composing.ts';
import type { Composing, Ready, ReplyDeed } from '../composing.ts';
import { composerColumns } from '../layout.ts';
import { emptyLine } from '../line-editor.ts';
import type { Effect, Message } from '../message.ts';
import type { Step } from '../program.ts';
import { selectedRow } from '../selection.ts';
import type { Mode, State } from '../state.ts';
import { areaOf, editArea, insertText, replaceAll } from '../text-area.ts';
import type { TextArea } from '../text-area.ts';
import { inform } from './notice.ts';

type Result = Step<State, Effect>;

/** Writes about what is in reply or refer; what is undecided is put into reply first, when that is wanted. */
export const openComposer = (state: State): Result => {
  const row = selectedRow(state);
  if (!row) return [state];
  const { id, bucket, suggestion } = row;
  if (bucket !== undefined) return [state, { type: 'compose', id }];
  const question =
    suggestion === 'refer'
      ? 'Usually referred to the office. Put into reply and answer in public?'
      : 'Put into reply and write the answer?';
  const deed = { kind: 'decide', mentions: [id], bucket: 'reply' } as const;
  return [{ ...state, mode: { kind: 'confirm', question, deed, thenWrite: id } }];
};

/** Where a reply stands was read, to begin with or after a step; what is being typed meanwhile stays. */
export const composed = (
  state: State,
  { detail, templates, standing, opens }: Extract<Message, { type: 'composed' }>,
): Result => {
  const { mode } = state;
  const open = 'reply' in mode && mode.reply.about === detail.mention.id ? mode.reply : undefined;
  if (open) {
    const kept = 'version' in standing ? standing.version.text : '';
    return [{ ...state, mode: afterStep(mode, { ...open, detail, standing, kept }) }];
  }
  if (mode.kind !== 'browse' || !opens) return [state];
  const begun =
    'version' in standing && standing.state !== 'withdrawn' ? standing.version.text : undefined;
  const { source, url } = detail.mention;
  const limit = networkLimitOf(url, state.setting.sources.find(({ id }) => id === source)?.kind);
  const template =
    begun === undefined ? Math.min(0, templates.length - 1) : begunAs(standing, templates);
  const reply: Composing = {
    ...(limit ? { limit } : {}),
    about: detail.mention.id,
    detail,
    templates,
    standing,
    area: areaOf(begun ?? templates[0]?.text ?? ''),
    kept: begun ?? '',
    findings: [],
    ...(template < 0 ? {} : { template }),
  };
  const kind = isSettled(standing) ? 'final' : 'compose';
  return [{ ...state, mode: { kind, reply } }, screenOf(reply)];
};

/** The template that a kept text began as; -1 for none that is known. */
const begunAs = (standing: Standing, templates: readonly Ready[]): number =>
  'version' in standing ? templates.findIndex(({ id }) => id === standing.version.template) : -1;

/** A question that is being answered stays open; a text that was approved is no longer typed into. */
const afterStep = (mode: Mode, reply: Composing): Mode => {
  if (mode.kind === 'link' && reply.standing.state !== 'posted') return { ...mode, reply };
  if (isSettled(reply.standing)) return { kind: 'final', reply };
  if (mode.kind === 'override') return { ...mode, reply };
  return { kind: mode.kind === 'approve' ? 'approve' : 'compose', reply };
};

const isSettled = ({ state }: Standing) =>
  state === 'approved' || state === 'copied' || state === 'posted';

const screenOf = ({ area, detail }: Composing): Effect => ({
  type: 'screen',
  text: area.text,
  detail,
});

/** Types into the reply; screening and keeping follow when the typing rests. */
export const typeReply = (state: State, key: string): Result | undefined => {
  const { mode, size } = state;
  if (mode.kind !== 'compose') return undefined;
  const area = editArea(mode.reply.area, key, composerColumns(size));
  return area && withArea(state, mode.reply, area);
};

export const pasteReply = (state: State, text: string): Result | undefined =>
  state.mode.kind === 'compose'
    ? withArea(state, state.mode.reply, insertText(state.mode.reply.area, text))
    : undefined;

const withArea = (state: State, before: Composing, area: TextArea): Result => {
  const changed = area.text !== before.area.text;
  if (changed && isFixed(before))
    return [
      inform(
        state,
        'This wording is fixed for emergencies. If nobody is in danger, leave and correct the label with x.',
      ),
    ];
  const reply = { ...before, area };
  const next: State = { ...state, mode: { kind: 'compose', reply } };
  return changed ? [next, screenOf(reply), { type: 'rest', text: area.text }] : [next];
};

/** The next template in place of the text; undo brings the text back. */
export const nextTemplate = (state: State): Result => {
  const { mode } = state;
  if (mode.kind !== 'compose') return [state];
  const { templates, template = -1, area } = mode.reply;
  const index = (template + 1) % Math.max(1, templates.length);
  const chosen = templates[index];
  if (!chosen) return [inform(state, 'No template fits this mention; write freely.')];
  const reply = { ...mode.reply, template: index, area: replaceAll(area, chosen.text) };
  return [{ ...state, mode: { kind: 'compose', reply } }, screenOf(reply)];
};

/** The editor gave a text back. */
export const edited = (state: State, text: string): Result => {
  const { mode } = state;
  if (mode.kind !== 'compose') return [state];
  return withArea(state, mode.reply, replaceAll(mode.reply.area, text.trimEnd()));
};

export const screened = (state: State, text: string, findings: readonly Finding[]): Result => {
  const { mode } = state;
  if (!('reply' in mode) || mode.reply.area.text !== text) return [state];
  return [{ ...state, mode: { ...mode, reply: { ...mode.reply, findings, screened: text } } }];
};

/** The typing rested: what is new is kept, so that nothing written is lost. */
export const rested = (state: State, text: string): Result =>
  state.mode.kind === 'compose' && state.mode.reply.area.text === text
    ? [state, ...keepOf(state.mode.reply)]
    : [state];

const keepOf = (
  { about, area, kept, templates, template }: Composing,
  quietly = true,
): readonly Effect[] => {
  if (area.text === kept || area.text.trim() === '') return [];
  const id = template === undefined ? undefined : templates[template]?.id;
  const deed: ReplyDeed = {
    kind: 'keep',
    text: area.text,
    quietly,
    ...(id === undefined ? {} : { template: id }),
  };
  return [{ type: 'reply', about, deed }];
};

export const keepReply = (state: State): Result =>
  state.mode.kind === 'compose' ? [state, ...keepOf(state.mode.reply, false)] : [state];

export const leaveComposer = (state: State): Result => [
  { ...state, mode: { kind: 'browse' } },
  ...(state.mode.kind === 'compose' ? keepOf(state.mode.reply) : []),
];

/** Shows the final text and asks; where screening blocks it, asks for the reason first. */
export const askApproval = (state: State): Result => {
  const { mode } = state;
  if (mode.kind !== 'compose') return [state];
  const { reply } = mode;
  const blocked = isBlocked(reply);
  if (reply.area.text.trim() === '') return [inform(state, 'There is nothing to approve yet.')];
  if (blocked === undefined)
    return [inform(state, 'The text is still being screened; one moment.')];
  const next: Mode = blocked
    ? { kind: 'override', reply, line: emptyLine }
    : { kind: 'approve', reply };
  return [{ ...state, mode: next }, ...keepOf(reply)];
};

/** What is done from the questions about a reply and from its final form. */
export const replyDeed = (state: State, deed: ReplyDeed): Result => {
  const { mode } = state;
  if (!('reply' in mode)) return [state];
  // A question stays open until its answer is taken: what was typed as a reason is not lost when it does not do.
  const back: Mode = mode.kind === 'link' ? { kind: 'final', reply: mode.reply } : mode;
  return [
    { ...state, mode: back },
    { type: 'reply', about: mode.reply.about, deed },
  ];
};

export const backToText = (state: State): Result => {
  const { mode } = state;
  if (!('reply' in mode)) return [state];
  const kind = mode.kind === 'link' ? 'final' : 'compose';
  return [{ ...state, mode: { kind, reply: mode.reply } }];
};

export const askLink = (state: State): Result => {
  const { mode } = state;
  if (mode.kind !== 'final') return [state];
  return [{ ...state, mode: { kind: 'link', reply: mode.reply, line: emptyLine } }];
};

export const acceptLink = (state: State, typed: string): Result => {
  const url = httpUrl(typed.trim());
  if (url) return replyDeed(state, { kind: 'post', url: url.href });
  return [inform(state, 'Paste the link of the posted reply; it begins with https.')];
};
