import type { MentionId } from '../core/mention.ts';
import { corrected } from '../core/correct.ts';
import type { ReplyStep, Screened } from '../core/reply-step.ts';
import { mayApprove, mayLeave, replyStanding } from '../reply/approval.ts';
import type { ApprovalRules, Permission, Standing } from '../reply/approval.ts';
import { recentReplies } from '../reply/recent-replies.ts';
import type { Finding } from '../reply/policy.ts';
import { isFixedOnly } from './composing.ts';
import type { Ready, ReplyDeed } from './composing.ts';
import type { Outside } from './effects.ts';
import type { Detail, Message } from './message.ts';
import { sentence } from './phrases.ts';

type Send = (message: Message) => void;

/** What writing replies needs of the practice: its templates, its policy and its rules for approving. */
export type Replying = {
  /** The templates that fit a mention, best first, with their blanks filled. */
  readonly templatesFor: (detail: Detail) => readonly Ready[];
  readonly check: (
    text: string,
    detail: Detail,
    /** The newest texts of other replies. */
    recent: readonly string[],
  ) => { readonly findings: readonly Finding[]; readonly screened: Screened };
  readonly rules: ApprovalRules;
};

/** Everything about replies that reaches outside; steps are recorded one after the other. */
export const createReplies = (outside: Outside) => {
  const { store, me, now, rests } = outside;
  let ready: Promise<Replying> | undefined;
  const replying = () => (ready ??= outside.replying());
  let queue = Promise.resolve();
  const afterRest = (ms: number) => {
    let timer: NodeJS.Timeout | undefined;
    return (then: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(then, ms);
    };
  };
  const [whenStill, whenPaused] = [afterRest(rests.screenMs), afterRest(rests.keepMs)];
  // Read when the composer opens and with every step, never while somebody types.
  let recent: readonly string[] = [];

  const tell = async (id: MentionId, send: Send, opens: boolean): Promise<void> => {
    const detail = await detailOf(outside, id);
    if (!detail) return;
    recent = recentReplies(await store.acts(), id);
    const templates = (await replying()).templatesFor(detail);
    send({ type: 'composed', detail, templates, standing: replyStanding(detail.acts), opens });
  };

  const take = async (id: MentionId, deed: ReplyDeed, send: Send): Promise<void> => {
    const since = await store.seq();
    const detail = await detailOf(outside, id);
    if (!detail) return;
    const standing = replyStanding(detail.acts);
    const { rules, check, templatesFor } = await replying();
    recent = recentReplies(await store.acts(), id);
    const screen = (text: string) => check(text, detail, recent).screened;
    const templates = templatesFor(detail);
    const mayGoOut = (text: string) =>
      !isFixedOnly(templates) || templates.some(template => template.text === text);
    const step = stepOf(deed, {
      mayGoOut,
      detail,
      standing,
      rules,
      screen,
      me,
      now: now().getTime(),
    });
    if (typeof step === 'string') return send({ type: 'told', text: step });
    if (step.step === 'copy' && 'version' in standing) outside.copy(standing.version.text);
    const act = {
      id: outside.newId(),
      at: now().toISOString(),
      by: me,
      kind: 'reply' as const,
      mentions: [id],
      step,
    };
    const recorded = await store.record([act], since);
    if (recorded.kind === 'recorded') send({ type: 'changed', rows: recorded.rows });
    await tell(id, send, false);
    const conflict = `${recorded.kind === 'conflict' ? recorded.act.by : ''} acted on this mention a moment ago; nothing was changed.`;
    if (recorded.kind === 'conflict') return send({ type: 'told', text: conflict });
    if (deed.kind !== 'keep' || !deed.quietly) send({ type: 'told', text: saidOf[step.step] });
  };

  return {
    compose: (id: MentionId, send: Send): Promise<void> => tell(id, send, true),
    screen: (text: string, detail: Detail, send: Send): void =>
      whenStill(() => {
        void replying().then(({ check }) =>
          send({ type: 'screened', text, findings: check(text, detail, recent).findings }),
        );
      }),
    rest: (text: string, send: Send): void => whenPaused(() => send({ type: 'rested', text })),
    take: (id: MentionId, deed: ReplyDeed, send: Send): Promise<void> => {
      const taken = queue.then(() => take(id, deed, send));
      queue = taken.catch(() => undefined);
      return taken;
    },
  };
};

const saidOf: Readonly<Record<ReplyStep['step'], string>> = {
  draft: 'The draft is kept.',
  approve: 'Approved. c copies it; you post it yourself.',
  copy: 'The reply is on the clipboard. Post it, then press p and paste its link.',
  post: 'Kept as posted.',
  withdraw: 'The reply is withdrawn.',
  'follow-up': 'Kept.',
};

type Matter = {
  readonly detail: Detail;
  readonly standing: Standing;
  readonly rules: ApprovalRules;
  readonly screen: (text: string) => Screened;
  /** Whether this wording is among those that are allowed for the mention. */
  readonly mayGoOut: (text: string) => boolean;
  readonly me: string;
  readonly now: number;
};

/** The step to record, or the sentence that says why there is none. */
const stepOf = (deed: ReplyDeed, matter: Matter): ReplyStep | string => {
  const { detail, standing, rules, screen, mayGoOut, me, now } = matter;
  switch (deed.kind) {
    case 'keep': {
      const { text, template } = deed;
      const screened = screen(text);
      return { step: 'draft', text, screened, ...(template === undefined ? {} : { template }) };
    }
    case 'approve': {
      const text = 'version' in standing ? standing.version.text : '';
      const screened = screen(text);
      if (!mayGoOut(text))
        return 'Somebody may be in danger: only the fixed wording goes out; ^t brings it.';
      const { override } = deed;
      const verdict = corrected(detail.verdict, detail.triage.corrections);
      const isNegative = verdict.flags.some(({ kind }) => kind === 'negative');
      const asked = { by: me, now, isNegative, screened };
      const permission = mayApprove(
        standing,
        override === undefined ? asked : { ...asked, override },
        rules,
      );
      if (!permission.ok) return whyNot(permission, now);
      const { version, override: reason } = permission;
      const models = detail.verdict.version;
      const approved = { step: 'approve' as const, draft: version.draft, screened, models };
      return reason === undefined ? approved : { ...approved, override: reason };
    }
    case 'copy':
    case 'post': {
      const permission = mayLeave(standing);
      if (!permission.ok) return permission.why;
      const { draft } = permission.version;
      return deed.kind === 'copy'
        ? { step: 'copy', draft }
        : { step: 'post', draft, url: deed.url };
    }
    case 'withdraw':
      return 'version' in standing
        ? { step: 'withdraw', draft: standing.version.draft }
        : 'There is nothing to withdraw.';
    default:
      return deed satisfies never;
  }
};

const whyNot = (permission: Extract<Permission, { ok: false }>, now: number): string => {
  const { why, until } = permission;
  if (until === undefined) return why;
  return `${sentence(why)} ${Math.ceil((until - now) / 60_000)} minutes are left.`;
};

const detailOf = async ({ store }: Outside, id: MentionId): Promise<Detail | undefined> => {
  const [[kept], acts] = await Promise.all([store.mentions([id]), store.acts(id)]);
  if (!kept) return undefined;
  const { mention, verdict, triage } = kept;
  return { mention, verdict, triage, acts };
};
