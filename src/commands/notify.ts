import type { Config } from '../config/config.ts';
import type { ScanAlert, Unnotified } from '../core/scan-event.ts';
import { runProgram } from '../run-program.ts';
import type { ProgramCall } from '../run-program.ts';
import type { WatchEvent } from '../scan/watch.ts';
import { showOnDesktop } from './desktop-notice.ts';
import type { Shell } from './shell.ts';

/** Who is told of alerts, and whose they are. */
export type Notifying = {
  readonly command?: ProgramCall | undefined;
  /** On the desktop of whoever runs it. */
  readonly desktop?: boolean | undefined;
  readonly practice: string;
  /** Milliseconds that telling may take; 10 s unless said otherwise. */
  readonly longestMs?: number;
};

/** What the configuration says of it. */
export const notifyingOf = ({ notifyCommand, notifyDesktop, practice }: Config): Notifying => ({
  command: notifyCommand,
  desktop: notifyDesktop,
  practice: practice.name,
});

/** Longer than any mail or message takes to be handed over. */
const usualMs = 10_000;

/** Passes a scan on, and before its end tells the user of the alerts in it; says so when that fails. */
export async function* notifying<E extends WatchEvent>(
  events: AsyncIterable<E>,
  { command, desktop = false, practice, longestMs = usualMs }: Notifying,
  { env, cwd, platform = process.platform }: Pick<Shell, 'env' | 'cwd' | 'platform'>,
): AsyncGenerator<E | Unnotified, void> {
  const how = { env, cwd, longestMs };
  const alerts: ScanAlert[] = [];
  let hasDesktop = desktop;
  for await (const event of events) {
    if (event.type === 'alert') alerts.push(event);
    if (event.type === 'done' && alerts.length > 0) {
      const told = alerts.splice(0);
      if (command) {
        const input = `${JSON.stringify({ practice, alerts: told })}\n`;
        const ran = await runProgram(command, { ...how, input });
        if (ran.kind !== 'ran') yield { type: 'unnotified', why: ran.why };
      }
      if (hasDesktop) {
        const sentences = told.map(({ sentence }) => sentence);
        const shown = await showOnDesktop(practice, sentences, platform, how);
        // What is not there now will not be there at the next alert: it is said once.
        hasDesktop = shown.kind !== 'missing';
        if (shown.kind !== 'ran') yield { type: 'unnotified', why: shown.why };
      }
    }
    yield event;
  }
}
