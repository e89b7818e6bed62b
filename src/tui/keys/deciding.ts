import type { Binding } from './binding.ts';
import { browse } from './binding.ts';
import { decided, writing } from './reasons.ts';

/** The keys that decide. */
export const deciding = [
  {
    id: 'reply',
    mode: browse,
    keys: ['r'],
    label: 'reply',
    help: 'Put into "reply": it deserves a public answer.',
    disabledBecause: decided('reply'),
  },
  {
    id: 'refer',
    mode: browse,
    keys: ['o'],
    label: 'refer to office',
    help: 'Refer to the office: somebody calls or takes it offline.',
    disabledBecause: decided('refer'),
  },
  {
    id: 'ignore',
    mode: browse,
    keys: ['i'],
    label: 'ignore',
    help: 'Ignore: nothing needs to be done.',
    disabledBecause: decided('ignore'),
  },
  {
    id: 'undo',
    mode: browse,
    keys: ['u'],
    label: 'undo',
    help: 'Take back your last act, also one of an earlier day; a posted reply stays until it is withdrawn.',
    disabledBecause: writing,
  },
] as const satisfies readonly Binding[];
