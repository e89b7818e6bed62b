import { readdir, readFile } from 'node:fs/promises';
import { UserError } from '../core/user-error.ts';
import { fingerprint } from '../text/hash.ts';
import { usualCoolOffMs } from '../reply/approval.ts';
import type { ApprovalRules } from '../reply/approval.ts';
import { readOpinion } from '../reply/opinion.ts';
import { PolicyError, readPolicy } from '../reply/parse-policy.ts';
import { parsePracticePolicy } from '../reply/parse-practice-policy.ts';
import type { Policy } from '../reply/policy.ts';
import { parseTemplates } from '../reply/templates.ts';
import type { Template } from '../reply/templates.ts';
import { oncePerRoot } from './once.ts';
import { readGiven } from './read-file.ts';
import type { Shell } from './shell.ts';
import type { Workspace } from './workspace.ts';

/** The shipped rules and what drafts resemble, from `data` under the root. */
export const shippedPolicy = oncePerRoot(async (root): Promise<Policy> => {
  const [rules, opinion] = await Promise.all([shippedRules(root), opinionOf(root)]);
  return { ...rules, opinion, version: `${rules.version}.${opinion.version}` };
});

/** Reads the rules from `data/policy` under the root: word lists, frames, then rules by name. */
export const shippedRules = async (root: URL): Promise<Policy> => {
  const folder = new URL('data/policy/', root);
  const rules = (await readdir(new URL('rules/', folder))).filter(name => name.endsWith('.toml'));
  const names = ['words.toml', 'frames.toml', ...rules.toSorted().map(name => `rules/${name}`)];
  return readPolicy(
    await Promise.all(
      names.map(async name => ({ name, text: await readFile(new URL(name, folder), 'utf8') })),
    ),
  );
};

const opinionOf = async (root: URL) => {
  const bytes = await readFile(new URL('data/models/reply.bin', root));
  return readOpinion(bytes, fingerprint(bytes.toString('base64')).slice(0, 8));
};

/** The shipped policy with the practice's own on top; says on stderr what that loosens, and why. */
export const policyOf = async ({ config }: Workspace, shell: Shell): Promise<Policy> => {
  const shipped = await shippedPolicy(shell.root);
  const file = config?.reply.policyFile;
  if (file === undefined) return shipped;
  const text = String(await readGiven(file, `Your policy ${file}`));
  try {
    const policy = parsePracticePolicy(text, shipped, file);
    for (const { rule, reason } of policy.loosened)
      shell.stderr.write(`Your policy loosens ${rule}: ${reason}\n`);
    return policy;
  } catch (error) {
    if (error instanceof PolicyError) throw new UserError(error.message);
    throw error;
  }
};

/** The replies to start from, from `data/templates`. */
export const shippedTemplates = oncePerRoot(async (root): Promise<readonly Template[]> =>
  parseTemplates(await readFile(new URL('data/templates/replies.toml', root), 'utf8')),
);

/** The practice's rules for approving; the defaults without a configuration. */
export const approvalRulesOf = ({ config }: Workspace): ApprovalRules =>
  config?.reply ?? { approvers: [], coolOffMs: usualCoolOffMs };
