import { isUrl } from '../config/find.ts';
import { businessClock, parseHours } from '../core/hours.ts';
import { leftLocks } from '../store/left-locks.ts';
import { readClaimFile } from './claim-files.ts';
import { readKnowledge } from './knowledge.ts';
import { policyOf, shippedTemplates } from './policy.ts';
import type { Shell } from './shell.ts';
import type { Workspace } from './workspace.ts';

/** One line of `listen doctor`. */
export type Finding = {
  readonly check: string;
  readonly ok: boolean;
  readonly finding: string;
  /** What to do, when it is not well. */
  readonly remedy?: string;
};

/** Whether judging and replying have all that they read: models, claims, policy and templates. */
export const knowledgeChecks = async (
  workspace: Workspace,
  shell: Shell,
): Promise<readonly Finding[]> => [
  await checked('models', 'Install listen again.', async () => {
    const { version } = await readKnowledge(shell.root);
    return `Models, lexicons and claims are read, version ${version}.`;
  }),
  ...(await Promise.all((workspace.config?.claimFiles ?? []).map(claimFile))),
  await checked('policy', 'Mend that file, or take it out of [reply].', async () => {
    const { version, rules, loosened } = await policyOf(workspace, shell);
    const whose = workspace.config?.reply.policyFile ?? 'as shipped';
    const loose = loosened.length === 0 ? '' : `, ${loosened.length} loosened`;
    return `${rules.length} rules${loose}, ${whose}, version ${version}.`;
  }),
  await checked('templates', 'Install listen again.', async () => {
    const { length } = await shippedTemplates(shell.root);
    return `${length} replies to start from.`;
  }),
];

const claimFile = async (file: string): Promise<Finding> => {
  const problems: string[] = [];
  const found = await checked('claims', 'Mend that file, or take it out of [claims].', async () => {
    const { length } = await readClaimFile(file, problem => void problems.push(problem));
    return `${file} has ${length} claims.`;
  });
  const [first] = problems;
  if (!found.ok || first === undefined) return found;
  const finding = `${found.finding} ${problems.length} lines cannot be read; the first: ${first}`;
  return { ...found, ok: false, finding, remedy: 'Mend those lines.' };
};

/** Whether the hours of the office can be read, and what they say of this moment. */
export const hoursCheck = ({ config }: Workspace, now: Date): readonly Finding[] => {
  if (!config) return [];
  const { hours, timezone } = config.office;
  const parsed = parseHours(hours);
  if (!parsed.ok) return [{ check: 'office hours', ok: false, finding: parsed.message }];
  const isOpen = businessClock(config.office).isOpen(now.getTime());
  const finding = `${hours}, ${timezone}: ${isOpen ? 'open' : 'closed'} now.`;
  return [{ check: 'office hours', ok: true, finding }];
};

/** Locks that dead processes left; looked at before the store is opened, which takes them over. */
export const lockChecks = async (
  { storePlace }: Workspace,
  now: Date,
): Promise<readonly Finding[]> => {
  if (isUrl(storePlace)) return [];
  return (await leftLocks(storePlace, now)).map(({ name, by }) => ({
    check: 'lock',
    ok: true,
    finding: `locks/${name} was left by ${by || 'a process'} that is gone; whoever needs it next takes it over.`,
  }));
};

/** What cannot be read is a finding and not the end of the examination. */
const checked = async (
  check: string,
  remedy: string,
  look: () => Promise<string>,
): Promise<Finding> => {
  try {
    return { check, ok: true, finding: await look() };
  } catch (error) {
    const finding = error instanceof Error ? error.message : String(error);
    return { check, ok: false, finding, remedy };
  }
};
