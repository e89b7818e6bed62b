import type { RecordedAct } from '../core/triage.ts';

/** What was done, in a few words without any text of a mention or a draft: an audit is read where others look on. */
export const deedOf = (act: RecordedAct): string => {
  switch (act.kind) {
    case 'decide':
      return `decided: ${act.bucket}`;
    case 'reopen':
      return 'reopened';
    case 'note':
      return 'noted';
    case 'snooze':
      return `snoozed until ${act.until}`;
    case 'correct':
      return `corrected ${act.corrections.length} labels`;
    case 'forget':
      return 'forgot what was learned';
    case 'undo':
      return 'undid';
    case 'purge':
      return `purged: ${act.reason}`;
    case 'reply':
      return replyOf(act.step);
    default:
      return act satisfies never;
  }
};

const replyOf = (step: Extract<RecordedAct, { kind: 'reply' }>['step']): string => {
  switch (step.step) {
    case 'draft':
      return `drafted (${step.screened.outcome}, policy ${step.screened.policy})`;
    case 'approve': {
      const versions = `policy ${step.screened.policy}, models ${step.models}`;
      return step.override === undefined
        ? `approved (${versions})`
        : `overrode ${step.screened.rules.join(', ')} and approved (${versions}): ${step.override}`;
    }
    case 'copy':
      return 'copied';
    case 'post':
      return `posted at ${step.url}`;
    case 'withdraw':
      return 'withdrew';
    case 'follow-up':
      return `followed up: ${step.state}`;
    default:
      return step satisfies never;
  }
};
