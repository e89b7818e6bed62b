import { fill, templatesFor } from '../reply/templates.ts';
import { screen } from '../reply/screen.ts';
import type { Replying } from '../tui/effects-reply.ts';
import { approvalRulesOf, policyOf, shippedTemplates } from './policy.ts';
import { screenedAs } from './reply-desk.ts';
import type { Shell } from './shell.ts';
import type { Workspace } from './workspace.ts';

/** Reads what the composer works with: templates, policy and the practice's rules. */
export const readReplying = async (workspace: Workspace, shell: Shell): Promise<Replying> => {
  const [policy, templates] = await Promise.all([
    policyOf(workspace, shell),
    shippedTemplates(shell.root),
  ]);
  const practice = workspace.config?.practice;
  return {
    rules: approvalRulesOf(workspace),
    templatesFor: ({ verdict }) =>
      templatesFor(
        templates,
        verdict.flags.map(({ kind }) => kind),
        verdict.topics.map(({ id }) => id),
      ).map(template => ({ ...template, text: fill(template, practice) })),
    check: (draft, { mention }) => {
      const { text, title, author } = mention;
      const answered = {
        text,
        ...(title === undefined ? {} : { title }),
        ...(author === undefined ? {} : { author }),
      };
      const findings = screen(draft, {
        policy,
        mention: answered,
        ...(practice ? { practice } : {}),
      });
      return { findings, screened: screenedAs(findings, policy) };
    },
  };
};
