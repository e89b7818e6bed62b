import { corrected } from '../core/correct.ts';
import type { Verdict } from '../core/verdict.ts';
import { networkLimitOf } from '../reply/network-limit.ts';
import { fill, templatesFor } from '../reply/templates.ts';
import { screen } from '../reply/screen.ts';
import { withoutVouched } from '../reply/vouched.ts';
import type { Detail } from '../tui/message.ts';
import type { Replying } from '../tui/effects-reply.ts';
import { readClaimLibrary } from './claim-files.ts';
import { factBlanks, isMisleading, noFacts } from './fact-blanks.ts';
import type { FactBlanks } from './fact-blanks.ts';
import { approvalRulesOf, policyOf, shippedTemplates } from './policy.ts';
import { screenedAs } from './reply-desk.ts';
import type { Shell } from './shell.ts';
import type { Workspace } from './workspace.ts';

/** Reads what the composer works with: templates, policy and the practice's rules. */
export const readReplying = async (workspace: Workspace, shell: Shell): Promise<Replying> => {
  const claimFiles = workspace.config?.claimFiles ?? [];
  const [policy, templates, library] = await Promise.all([
    policyOf(workspace, shell),
    shippedTemplates(shell.root),
    readClaimLibrary(shell.root, claimFiles, () => undefined),
  ]);
  const practice = workspace.config?.practice;
  const kinds = new Map(workspace.config?.sources.map(({ id, kind }) => [id, kind] as const));
  const fixed = new Set(
    templates.filter(template => template.fixed).map(template => fill(template, practice, {})),
  );
  // The draft is screened while it is typed, and what it answers stays the same.
  let last: { readonly detail: Detail; readonly facts: FactBlanks } | undefined;
  const factsFor = (detail: Detail): FactBlanks => {
    const verdict = judgedOf(detail);
    if (!isMisleading(verdict)) return noFacts;
    if (last?.detail !== detail) {
      const now = shell.now().getTime();
      last = { detail, facts: factBlanks(detail.mention, verdict, library, now) };
    }
    return last.facts;
  };
  return {
    rules: approvalRulesOf(workspace),
    templatesFor: detail => {
      const { flags, topics } = judgedOf(detail);
      return templatesFor(
        templates,
        flags.map(({ kind }) => kind),
        topics.map(({ id }) => id),
      ).map(template => ({ ...template, text: fill(template, practice, factsFor(detail).blanks) }));
    },
    check: (draft, detail, recent) => {
      const { mention } = detail;
      const limit = networkLimitOf(mention.url, kinds.get(mention.source));
      const { text, title, author } = mention;
      const answered = {
        text,
        ...(title === undefined ? {} : { title }),
        ...(author === undefined ? {} : { author }),
      };
      const findings = screen(withoutVouched(draft, factsFor(detail).vouched), {
        policy,
        mention: answered,
        // The wording for emergencies is the same every time, and is meant to be.
        recent: fixed.has(draft) ? [] : recent,
        ...(limit ? { limit } : {}),
        ...(practice ? { practice } : {}),
      });
      return { findings, screened: screenedAs(findings, policy) };
    },
  };
};

const judgedOf = ({ verdict, triage }: Detail): Verdict => corrected(verdict, triage.corrections);
