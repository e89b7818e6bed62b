import { randomUUID } from 'node:crypto';
import { corrected } from '../core/correct.ts';
import type { MentionId } from '../core/mention.ts';
import type { ReplyStep, Screened } from '../core/reply-step.ts';
import type { Act, RecordedAct } from '../core/triage.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { replyStanding } from '../reply/approval.ts';
import type { Standing } from '../reply/approval.ts';
import { outcomeOf } from '../reply/policy.ts';
import type { Finding, Policy } from '../reply/policy.ts';
import { networkLimitOf } from '../reply/network-limit.ts';
import { recentReplies } from '../reply/recent-replies.ts';
import { screen } from '../reply/screen.ts';
import { withoutVouched } from '../reply/vouched.ts';
import type { Kept, Store } from '../store/store.ts';
import { readClaimLibrary } from './claim-files.ts';
import { factBlanks, isMisleading, noFacts } from './fact-blanks.ts';
import type { FactBlanks } from './fact-blanks.ts';
import { policyOf } from './policy.ts';
import { resolveId } from './selecting.ts';
import type { Shell } from './shell.ts';
import { openWorkspace, withStore } from './workspace.ts';
import type { Globals, Workspace } from './workspace.ts';

/** All that a command on one reply works with. */
export type Desk = {
  readonly id: MentionId;
  readonly kept: Kept;
  /** The acts on the mention, oldest first. */
  readonly acts: readonly RecordedAct[];
  /** The place in the journal up to which `acts` was read. */
  readonly since: number;
  readonly policy: Policy;
  /** What can be said against what the mention claims. */
  readonly facts: FactBlanks;
  readonly check: (text: string) => {
    readonly findings: readonly Finding[];
    readonly screened: Screened;
  };
  /** Records a step, unless somebody acted on the mention since it was read. */
  readonly record: (step: ReplyStep) => Promise<Act>;
};

/** Opens the mention that an id means, with its history and the policy that holds. */
const openDesk = async (
  typed: string,
  store: Store,
  workspace: Workspace,
  shell: Shell,
): Promise<Desk> => {
  const id = resolveId(typed, await store.rows());
  const [kept] = await store.mentions([id]);
  if (!kept) throw new UserError(`No mention has the id "${typed}"; "listen list" shows the ids.`);
  const journal = await store.acts();
  const acts = await store.acts(id);
  const since = journal.at(-1)?.seq ?? 0;
  const policy = await policyOf(workspace, shell);
  const facts = await factsFor(kept, workspace, shell);
  const { title, text, author } = kept.mention;
  const mention = {
    text,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
  };
  const recent = recentReplies(journal, id);
  const sourceKind = workspace.config?.sources.find(
    source => source.id === kept.mention.source,
  )?.kind;
  const limit = networkLimitOf(kept.mention.url, sourceKind);
  const practice = workspace.config ? { practice: workspace.config.practice } : {};
  return {
    id,
    kept,
    acts,
    since,
    policy,
    facts,
    check: draft => {
      const findings = screen(withoutVouched(draft, facts.vouched), {
        policy,
        mention,
        recent,
        ...(limit ? { limit } : {}),
        ...practice,
      });
      return { findings, screened: screenedAs(findings, policy) };
    },
    record: async step => {
      const at = shell.now().toISOString();
      const act: Act = {
        id: randomUUID(),
        at,
        by: workspace.me,
        kind: 'reply',
        mentions: [id],
        step,
      };
      const recorded = await store.record([act], since);
      if (recorded.kind === 'recorded') return act;
      throw new UserError(
        `${recorded.act.by} acted on this mention a moment ago; look at it again with "listen show ${id}".`,
        exitCodes.failed,
      );
    },
  };
};

/** What a step on a reply needs: the mention's desk, how its reply stands, and where it is kept. */
export type AtDesk = {
  readonly desk: Desk;
  readonly standing: Standing;
  readonly workspace: Workspace;
};

/** Opens the store and the desk of a mention, does one step there, and closes the store. */
export const atDesk = (
  typed: string,
  options: Globals,
  shell: Shell,
  step: (at: AtDesk) => Promise<ExitCode>,
): Promise<ExitCode> => {
  const workspace = openWorkspace(shell, options);
  return withStore(workspace, shell, async store => {
    const desk = await openDesk(typed, store, workspace, shell);
    return step({ desk, standing: replyStanding(desk.acts), workspace });
  });
};

const factsFor = async (
  { mention, verdict, triage }: Kept,
  { config }: Workspace,
  shell: Shell,
): Promise<FactBlanks> => {
  const judged = corrected(verdict, triage.corrections);
  if (!isMisleading(judged)) return noFacts;
  const warn = (problem: string) => void shell.stderr.write(`${problem}\n`);
  const library = await readClaimLibrary(shell.root, config?.claimFiles ?? [], warn);
  return factBlanks(mention, judged, library, shell.now().getTime());
};

/** What is kept of a screening with the text. */
export const screenedAs = (findings: readonly Finding[], policy: Policy): Screened => ({
  outcome: outcomeOf(findings),
  rules: [
    ...new Set(
      findings
        .toSorted((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'))
        .map(finding => finding.rule),
    ),
  ],
  policy: policy.version,
});
