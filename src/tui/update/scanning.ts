import type { ScanEvent } from '../../core/scan-event.ts';
import type { Effect } from '../message.ts';
import { safe } from '../../text/terminal.ts';
import { counted } from '../phrases.ts';
import type { Step } from '../program.ts';
import type { State } from '../state.ts';
import { inform, warn } from './notice.ts';

type Result = Step<State, Effect>;

/** Follows a scan that runs behind the screen; what it brings is loaded source by source. */
export const scanHeard = (state: State, event: ScanEvent): Result => {
  switch (event.type) {
    case 'start': {
      if (event.sources === 0)
        return [
          inform({ ...state, insist: true }, 'No source is due yet; press s again to look anyway.'),
        ];
      const { sources: total } = event;
      return [
        {
          ...state,
          scanning: { total, done: 0, failed: 0, added: 0, flagged: 0, alerts: 0, fetching: [] },
        },
      ];
    }
    case 'fetching': {
      const { scanning } = state;
      if (!scanning) return [state];
      const fetching = [...scanning.fetching, event.id];
      return [{ ...state, scanning: { ...scanning, fetching } }];
    }
    case 'source': {
      const { scanning } = state;
      if (!scanning) return [state];
      const isBad = event.outcome === 'failed' || event.outcome === 'blocked';
      const next = {
        ...scanning,
        done: scanning.done + 1,
        failed: scanning.failed + (isBad ? 1 : 0),
        added: scanning.added + event.added,
        flagged: scanning.flagged + event.flagged,
        fetching: scanning.fetching.filter(id => id !== event.id),
      };
      const brought = event.added + event.updated > 0;
      const scanned: State = { ...state, scanning: next };
      return brought ? [scanned, { type: 'load' }] : [scanned];
    }
    case 'alert':
      return [alerted(state, event.sentence)];
    case 'unnotified':
      return [warn(state, `Nobody was notified: ${safe(event.why)}.`)];
    case 'done': {
      const { sources, failed, added, flagged } = event;
      if (sources === 0) return [state];
      // The alert stays on screen; the numbers in the header tell the rest.
      if (state.scanning && state.scanning.alerts > 0) return [state, { type: 'load' }];
      const bad = failed > 0 ? `, ${failed} failed (S says why)` : '';
      const what = `Scanned ${counted(sources, 'source')}${bad}: ${counted(added, 'new mention')}, ${flagged} flagged.`;
      const more = added > 0 ? ' . shows them.' : '';
      return [inform(state, what + more), { type: 'load' }];
    }
    default:
      return event satisfies never;
  }
};

export const scanEnded = (state: State): Result => {
  const { scanning: _, ...rest } = state;
  return [rest];
};

const mostAlerts = 5;

const alerted = (state: State, written: string): State => {
  const { scanning } = state;
  const sentence = safe(written);
  const alerts = [sentence, ...state.alerts.filter(other => other !== sentence)];
  const next = {
    ...state,
    alerts: alerts.slice(0, mostAlerts),
    ...(scanning && { scanning: { ...scanning, alerts: scanning.alerts + 1 } }),
  };
  return warn(next, sentence);
};

/** What the scans of this session found unusual, newest first. */
export const showAlerts = (state: State): State => warn(state, state.alerts.join(' '));
