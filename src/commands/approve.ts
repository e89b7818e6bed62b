import { corrected } from '../core/correct.ts';
import { exitCodes, UserError } from '../core/user-error.ts';
import type { ExitCode } from '../core/user-error.ts';
import { mayApprove, warningBeforeApproval } from '../reply/approval.ts';
import { fill, templatesFor } from '../reply/templates.ts';
import { approvalRulesOf, shippedTemplates } from './policy.ts';
import { print } from './print.ts';
import type { Desk } from './reply-desk.ts';
import { atDesk } from './reply-desk.ts';
import type { Shell } from './shell.ts';
import type { Globals, Workspace } from './workspace.ts';

type ApproveOptions = Globals & { readonly override?: string; readonly json?: true };

/** `listen approve ID`: screens the text once more and approves it, when this person may. */
export const approve = async (
  typed: string,
  options: ApproveOptions,
  shell: Shell,
): Promise<ExitCode> => {
  return atDesk(typed, options, shell, async ({ desk, standing, workspace }) => {
    const final = standing.state === 'none' ? '' : standing.version.text;
    const { screened } = desk.check(final);
    const verdict = corrected(desk.kept.verdict, desk.kept.triage.corrections);
    const permission = mayApprove(
      standing,
      {
        by: workspace.me,
        now: shell.now().getTime(),
        isNegative: verdict.flags.some(flag => flag.kind === 'negative'),
        screened,
        ...(options.override === undefined ? {} : { override: options.override }),
      },
      approvalRulesOf(workspace),
    );
    if (!permission.ok) {
      const until =
        permission.until === undefined ? '' : ` Until ${new Date(permission.until).toISOString()}.`;
      const isBlocked = final !== '' && screened.outcome === 'block';
      throw new UserError(
        `${permission.why}${until}`,
        isBlocked ? exitCodes.matched : exitCodes.failed,
      );
    }
    await refuseOtherWording(final, desk, workspace, shell);
    const { version, override } = permission;
    await desk.record({
      step: 'approve',
      draft: version.draft,
      screened,
      models: verdict.version,
      ...(override === undefined ? {} : { override }),
    });
    shell.stderr.write(`${warningBeforeApproval}\n`);
    const line = { id: desk.id, draft: version.draft, state: 'approved', text: version.text };
    await print(shell.stdout, options.json ? `${JSON.stringify(line)}\n` : `${version.text}\n`);
    return exitCodes.done;
  });
};

/** Where somebody may be in danger nothing but the fixed wording goes out, whoever approves it. */
const refuseOtherWording = async (
  final: string,
  { id, kept, facts }: Desk,
  { config }: Workspace,
  shell: Shell,
): Promise<void> => {
  const { flags, topics } = corrected(kept.verdict, kept.triage.corrections);
  const fitting = templatesFor(
    await shippedTemplates(shell.root),
    flags.map(({ kind }) => kind),
    topics.map(topic => topic.id),
  );
  if (fitting.length === 0 || !fitting.every(({ fixed }) => fixed)) return;
  if (fitting.some(template => fill(template, config?.practice, facts.blanks) === final)) return;
  const names = fitting.map(template => template.id).join(' or ');
  throw new UserError(
    `Somebody may be in danger: only the fixed wording goes out; "listen draft ${id} --template ${names}" writes it.`,
    exitCodes.failed,
  );
};
