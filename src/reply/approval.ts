import type { ReplyStep, Screened } from '../core/reply-step.ts';
import { liveActs } from '../core/triage.ts';
import type { Act, ActId } from '../core/triage.ts';

/** One version of a text: the act that wrote it, who, and when (milliseconds since 1970). */
export type Version = {
  readonly draft: ActId;
  readonly text: string;
  readonly by: string;
  readonly at: number;
  readonly screened: Screened;
  readonly template?: string;
};

/** Where the answer to one mention stands. */
export type Standing =
  | { readonly state: 'none' }
  /** Written; screening blocks it. */
  | { readonly state: 'draft'; readonly version: Version }
  /** Written, and nothing blocks it. */
  | { readonly state: 'screened'; readonly version: Version }
  | {
      readonly state: 'approved' | 'copied';
      readonly version: Version;
      readonly approval: Approval;
    }
  | {
      readonly state: 'posted';
      readonly version: Version;
      readonly approval: Approval;
      readonly url: string;
      readonly postedAt: number;
    }
  | { readonly state: 'withdrawn'; readonly version: Version };

export type Approval = {
  readonly by: string;
  readonly at: number;
  readonly policy: string;
  readonly models: string;
  readonly override?: string;
};

/** Folds the acts on one mention, oldest first, into where its answer stands. A step about an older text has no effect. */
export const replyStanding = (acts: readonly Act[]): Standing =>
  liveActs(acts).reduce<Standing>(
    (standing, act) => (act.kind === 'reply' ? take(standing, act, act.step) : standing),
    { state: 'none' },
  );

const take = (standing: Standing, act: Act, step: ReplyStep): Standing => {
  if (step.step === 'follow-up') return standing;
  if (step.step === 'draft') {
    const version = versionOf(act, step);
    return { state: version.screened.outcome === 'block' ? 'draft' : 'screened', version };
  }
  if (standing.state === 'none' || standing.version.draft !== step.draft) return standing;
  const { version } = standing;
  const at = Date.parse(act.at);
  switch (step.step) {
    case 'approve': {
      if (standing.state !== 'draft' && standing.state !== 'screened') return standing;
      const override = step.override === undefined ? {} : { override: step.override };
      const { models } = step;
      const approval = { by: act.by, at, policy: step.screened.policy, models, ...override };
      return { state: 'approved', version, approval };
    }
    case 'copy':
      return standing.state === 'approved' ? { ...standing, state: 'copied' } : standing;
    case 'post':
      return standing.state === 'approved' || standing.state === 'copied'
        ? { ...standing, state: 'posted', url: step.url, postedAt: at }
        : standing;
    case 'withdraw':
      return { state: 'withdrawn', version };
    default:
      return step satisfies never;
  }
};

const versionOf = (act: Act, step: Extract<ReplyStep, { step: 'draft' }>): Version => ({
  draft: act.id,
  text: step.text,
  by: act.by,
  at: Date.parse(act.at),
  screened: step.screened,
  ...(step.template === undefined ? {} : { template: step.template }),
});

/** What is said before an approval, with the final text below it. */
export const warningBeforeApproval =
  'What is posted is public and permanent, and belongs to the platform. This is the final text:';

/** The practice's own rules for approving. */
export type ApprovalRules = {
  /** Who may override; with nobody named, anybody may, with a reason. */
  readonly approvers: readonly string[];
  /** How long the author of an answer to a negative waits, in milliseconds. */
  readonly coolOffMs: number;
};

/** Two hours: long enough to stop being angry (AMA and ACP/FSMB both ask to pause before posting). */
export const usualCoolOffMs = 2 * 3_600_000;

export type Asked = {
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly isNegative: boolean;
  /** The text screened again at this moment: the policy may have changed since it was written. */
  readonly screened: Screened;
  readonly override?: string;
};

export type Permission =
  | { readonly ok: true; readonly version: Version; readonly override?: string }
  /** One sentence for the person; `until` when waiting helps. */
  | { readonly ok: false; readonly why: string; readonly until?: number };

/** A reason shorter than this is no reason. */
const shortestReason = 10;

/** Whether this person may approve the text as it stands now. */
export const mayApprove = (standing: Standing, asked: Asked, rules: ApprovalRules): Permission => {
  const { by, now, screened, isNegative } = asked;
  const override = asked.override?.trim() ?? '';
  switch (standing.state) {
    case 'none':
      return no('There is no draft to approve.');
    case 'withdrawn':
      return no('This draft was withdrawn; write another.');
    case 'approved':
    case 'copied':
      return no(`${standing.approval.by} has approved this text already.`);
    case 'posted':
      return no('This reply has been posted already.');
    case 'draft':
    case 'screened':
      break;
    default:
      return standing satisfies never;
  }
  const { version } = standing;
  if (screened.outcome === 'block') {
    const found = screened.rules.join(', ');
    if (override.length < shortestReason)
      return no(
        `Screening blocks this text (${found}). Change it, or override with a written reason.`,
      );
    if (screened.rules.includes('unfilled-blank'))
      return no('A blank is not filled in; no reason can override that.');
    if (rules.approvers.length > 0 && by === version.by)
      return no('The author cannot override screening; another approver has to.');
    if (rules.approvers.length > 0 && !rules.approvers.includes(by))
      return no(`Only ${rules.approvers.join(', ')} may override screening.`);
  }
  const until = version.at + rules.coolOffMs;
  if (isNegative && by === version.by && now < until)
    return {
      ok: false,
      why: 'This answers something negative: wait until the cool-off is over, or ask a second person to approve.',
      until,
    };
  return screened.outcome === 'block' ? { ok: true, version, override } : { ok: true, version };
};

const no = (why: string): Permission => ({ ok: false, why });

/** Whether the text may be copied or marked as posted: only what was approved leaves the house. */
export const mayLeave = (standing: Standing): Permission => {
  switch (standing.state) {
    case 'approved':
    case 'copied':
      return { ok: true, version: standing.version };
    case 'posted':
      return no('This reply has been posted already.');
    case 'none':
      return no('There is no draft.');
    case 'draft':
    case 'screened':
      return no('This text has not been approved.');
    case 'withdrawn':
      return no('This draft was withdrawn.');
    default:
      return standing satisfies never;
  }
};

/** Whether the text may be withdrawn: there must be one. What was posted stays where it stands until a person removes it. */
export const mayWithdraw = (standing: Standing): Permission => {
  if (standing.state === 'none') return no('There is no draft.');
  if (standing.state === 'withdrawn') return no('This draft was withdrawn already.');
  return { ok: true, version: standing.version };
};
