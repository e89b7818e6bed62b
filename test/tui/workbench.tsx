import { render } from 'ink-testing-library';
import { expect } from 'vitest';
import type { ScanEvent } from '../../src/core/scan-event.ts';
import type { Held } from '../../src/core/identity.ts';
import { businessClock } from '../../src/core/hours.ts';
import { serviceReader } from '../../src/core/service.ts';
import type { Source } from '../../src/core/source.ts';
import { createLearner } from '../../src/commands/learning.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { createPerform } from '../../src/tui/effects.ts';
import type { Outside } from '../../src/tui/effects.ts';
import { bindings } from '../../src/tui/keys.ts';
import type { ActionId } from '../../src/tui/keys.ts';
import { start } from '../../src/tui/program.ts';
import { opening } from '../../src/tui/state.ts';
import type { Setting, Size } from '../../src/tui/state.ts';
import { themeFor } from '../../src/tui/theme.ts';
import { update } from '../../src/tui/update.ts';
import { App } from '../../src/tui/views/app.tsx';
import { aCatch } from '../store/making.ts';

/** Friday, 20 November 2026, a little after two in the office's afternoon. */
export const now = new Date('2026-11-20T19:05:00.000Z');

export const aSource = (id: string, name: string): Source => ({
  id,
  name,
  kind: 'feed',
  url: `https://example.org/${id}.xml`,
  about: 'practice',
  every: 1_800_000,
  staleAfter: 864_000_000,
  enabled: true,
});

export const setting: Setting = {
  me: 'ana',
  profile: {
    name: 'Lakeside Family Medicine',
    aliases: [],
    clinicians: ['Dr. Amara Osei'],
    place: 'Milford, Connecticut',
  },
  timezone: 'America/New_York',
  sources: [aSource('wall', 'Google'), aSource('town', 'Town forum')],
  service: serviceReader(
    businessClock({
      hours: 'Mon-Fri 08:00-17:00',
      timezone: 'America/New_York',
      holidays: [],
      minutesPerWeek: 60,
    }),
  ),
};

type Options = Partial<Outside> & {
  readonly size?: Size;
  readonly env?: Readonly<Record<string, string>>;
  readonly events?: readonly ScanEvent[];
  /** Brings into the store what a scan would. */
  readonly onScan?: (store: Store) => Promise<void>;
};

/** The testing terminal is a hundred columns wide and has no height, for which Ink would ask `tput` on every frame. */
let windowSize: Size = { columns: 80, rows: 24 };
const { stdout } = render(<></>);
Object.defineProperties(Object.getPrototypeOf(stdout), {
  columns: { get: () => windowSize.columns },
  rows: { get: () => windowSize.rows },
});

/** The workbench over a memory store, driven by the actions of the key table and read as lines. */
export const open = async (items: readonly Held[], options: Options = {}) => {
  const { size = { columns: 80, rows: 24 }, env = {}, events = [], onScan, ...outside } = options;
  const store = options.store ?? memoryStore(() => now);
  if (items.length > 0) await store.merge([aCatch(items)]);
  const outcome: { copied: string[]; printed: string[]; opened: string[]; exitCode?: number } = {
    copied: [],
    printed: [],
    opened: [],
  };
  let ids = 0;
  const perform = createPerform({
    store,
    scan: async function* () {
      await onScan?.(store);
      yield* events;
    },
    now: () => now,
    me: setting.me,
    minutesPerWeek: 60,
    service: setting.service,
    newId: () => `a${++ids}`,
    copy: text => outcome.copied.push(text),
    browse: async url => void outcome.opened.push(url),
    print: async text => void outcome.printed.push(text),
    write: async name => `/home/ana/${name}.md`,
    takeIn: () => Promise.reject(new Error('nothing judges here')),
    addSources: async () => setting.sources,
    suspend: async () => undefined,
    edit: async text => text,
    learn: createLearner(store),
    replying: () => Promise.reject(new Error('there is no policy here')),
    quit: code => (outcome.exitCode = code),
    signal: new AbortController().signal,
    rests: { readMs: 0, screenMs: 0, keepMs: 0 },
    ...outside,
  });
  const program = start(
    [opening(setting, size, now.getTime()), { type: 'load' }, { type: 'watch' }],
    update,
    perform,
  );
  windowSize = size;
  const screen = render(
    <App program={program} theme={themeFor(env)} onTerminal={() => undefined} />,
  );
  const text = () => screen.lastFrame() ?? '';
  const lines = () => text().split('\n');

  const until = async (holds: () => boolean, what: string) => {
    for (let turn = 0; turn < 20_000; turn++) {
      if (holds()) return;
      await new Promise(resolve => setImmediate(resolve));
    }
    expect.fail(`${what}\n\n${text()}`);
  };

  const driver = {
    store,
    outcome,
    lines,
    state: program.current,
    send: program.send,
    /** Presses what the actions are bound to. */
    press: async (...actions: readonly ActionId[]) => {
      for (const action of actions) await driver.type(keyOf(action));
    },
    /** Sends bytes as a terminal would, in one read. */
    type: async (bytes: string) => {
      await new Promise(resolve => setImmediate(resolve));
      const before = program.current();
      screen.stdin.write(bytes);
      await new Promise(resolve => setImmediate(resolve));
      // Escape may be the beginning of something longer, so Ink waits a moment before it tells.
      if (bytes === '\u001B') await until(() => program.current() !== before, 'escape did nothing');
    },
    sees: async (...expected: readonly string[]) => {
      for (const part of expected)
        await until(() => text().includes(part), `"${part}" is not on screen`);
    },
    seesNot: async (...expected: readonly string[]) => {
      for (const part of expected)
        await until(() => !text().includes(part), `"${part}" is still on screen`);
    },
    /** Waits until the row under the cursor holds these words. */
    isOn: async (words: string) =>
      until(
        () => lines().some(line => line.startsWith('▌') && line.includes(words)),
        `the cursor is not on "${words}"`,
      ),
    close: () => screen.unmount(),
  };
  await until(() => program.current().loaded, 'the store was not read');
  return driver;
};

const bytes: Readonly<Record<string, string>> = {
  enter: '\r',
  space: ' ',
  esc: '\u001B',
  tab: '\t',
  up: '\u001B[A',
  down: '\u001B[B',
};

/** The bytes of the first key of an action. */
export const keyOf = (action: ActionId): string => {
  const [key = ''] = bindings.find(({ id }) => id === action)?.keys ?? [];
  const control = /^ctrl-(.)$/.exec(key)?.[1];
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) - 96);
  return bytes[key] ?? key;
};
