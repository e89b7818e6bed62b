import type { Binding, KeyMode } from './keys/binding.ts';
import { bringing } from './keys/bringing.ts';
import { composing } from './keys/composing.ts';
import { deciding } from './keys/deciding.ts';
import { handling } from './keys/handling.ts';
import { moving } from './keys/moving.ts';
import { office } from './keys/office.ts';
import { overlay } from './keys/overlay.ts';
import { showing } from './keys/showing.ts';
import type { State } from './state.ts';

/** Every key of the workbench: update, footer, palette, help and the README's table all read this list. */
export const bindings = [
  ...deciding,
  ...composing,
  ...showing,
  ...handling,
  ...office,
  ...bringing,
  ...moving,
  ...overlay,
] as const;

export type ActionId = (typeof bindings)[number]['id'];

export type KeyBinding = Binding & { readonly id: ActionId };

const all: readonly KeyBinding[] = bindings;

export const keyModeOf = ({ mode, pane }: Pick<State, 'mode' | 'pane'>): KeyMode =>
  mode.kind === 'browse' ? pane : mode.kind;

/** The keys that count in a mode, in the order of the list. */
export const bindingsIn = (mode: KeyMode): readonly KeyBinding[] =>
  all.filter(binding => binding.mode.includes(mode));

/** What a key is bound to in a mode; undefined when to nothing. */
export const bindingFor = (mode: KeyMode, key: string): KeyBinding | undefined =>
  byKey(mode).get(key);

const tables = new Map<KeyMode, ReadonlyMap<string, KeyBinding>>();

const byKey = (mode: KeyMode): ReadonlyMap<string, KeyBinding> => {
  const known = tables.get(mode);
  if (known) return known;
  const table = new Map(
    bindingsIn(mode).flatMap(binding => binding.keys.map(key => [key, binding] as const)),
  );
  tables.set(mode, table);
  return table;
};

const names: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  'shift-tab': 'shift tab',
};

/** A key as people write it: `^d`, `↓`, `space`. */
export const keyName = (key: string): string =>
  names[key] ?? key.replace(/^ctrl-/, '^').replace(/^alt-/, 'alt ');
