import { isFailure } from '../core/scan-event.ts';
import type { ScanDone, ScanEvent, SourceScanned } from '../core/scan-event.ts';
import { counted } from './counted.ts';
import type { Shell } from './shell.ts';

/** Tells a scan to a person: failures and alerts on stderr, always; silent sources, repairs and the sum unless quiet. */
export const tell = (event: ScanEvent, { stdout, stderr }: Shell, quiet: boolean): void => {
  switch (event.type) {
    case 'source': {
      const line = troubleOf(event);
      if (line !== undefined && (!quiet || isFailure(event))) stderr.write(`${line}\n`);
      return;
    }
    case 'done':
      if (!quiet) stdout.write(`${sumOf(event)}\n`);
      return;
    case 'start':
      if (!quiet && event.sources === 0 && event.skipped > 0)
        stderr.write('No source is due yet; --force looks at all of them now.\n');
      return;
    case 'alert':
      stderr.write(`${event.sentence}\n`);
      return;
    case 'unnotified':
      stderr.write(`Nobody was notified: ${event.why}.\n`);
      return;
    case 'fetching':
      return;
    default:
      event satisfies never;
  }
};

const troubleOf = ({ id, outcome, why, problems = [] }: SourceScanned): string | undefined => {
  if (outcome !== 'fresh') return `${id}: ${outcome}: ${why ?? 'no reason is known'}`;
  return problems.length > 0 ? `${id}: read. ${problems.join(' ')}` : undefined;
};

/** What a scan came to, on one line. */
export const sumOf = ({
  sources,
  failed,
  added,
  updated,
  duplicates,
  dropped = 0,
  deleted = 0,
  flagged,
}: ScanDone): string =>
  [
    `${counted(sources, 'source')}: ${added} new`,
    `${updated} changed`,
    counted(duplicates, 'duplicate'),
    `${flagged} flagged`,
    ...(dropped > 0 ? [`${dropped} dropped by a rule`] : []),
    ...(deleted > 0 ? [`${deleted} deleted at their source`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
