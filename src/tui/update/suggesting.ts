import { suggestedSources } from '../../core/suggested-sources.ts';
import type { SuggestedSource } from '../../core/suggested-sources.ts';
import type { Source } from '../../core/source.ts';
import { counted } from '../phrases.ts';
import type { Effect } from '../message.ts';
import type { Step } from '../program.ts';
import type { Mode, State } from '../state.ts';
import { inform } from './notice.ts';

type Result = Step<State, Effect>;
type SuggestMode = Extract<Mode, { kind: 'suggest' }>;

const offersFor = ({ setting }: State): readonly SuggestedSource[] =>
  suggestedSources(setting.profile, setting.sources);

/** The searches that fit the practice and are not there yet. */
export const openOffers = (state: State): Result => {
  const offers = offersFor(state);
  if (offers.length > 0) return [{ ...state, mode: { kind: 'suggest', offers, selected: 0 } }];
  const text = 'Everything that fits this practice is there already.';
  return [inform(state, text)];
};

export const acceptOffer = (state: State, mode: SuggestMode): Result => {
  const offer = mode.offers[mode.selected];
  return offer ? [state, { type: 'add-sources', offers: [offer] }] : [state];
};

/** All but those that need a key that has to be applied for. */
export const addAllOffers = (state: State): Result => {
  if (state.mode.kind !== 'suggest') return [state];
  const offers = state.mode.offers.filter(({ needs }) => needs.length === 0);
  return [state, { type: 'add-sources', offers }];
};

/** The configuration has new sources; what is left to suggest stays open. */
export const sourcesAdded = (state: State, sources: readonly Source[]): Result => {
  const count = sources.length - state.setting.sources.length;
  const next: State = { ...state, setting: { ...state.setting, sources } };
  const text = `${counted(count, 'source')} added to listen.toml; s looks at ${count === 1 ? 'it' : 'them'}.`;
  const told = inform(next, text);
  if (state.mode.kind !== 'suggest') return [told];
  const offers = offersFor(next);
  const selected = Math.min(state.mode.selected, offers.length - 1);
  const mode: Mode =
    offers.length === 0 ? { kind: 'sources', top: 0 } : { kind: 'suggest', offers, selected };
  return [{ ...told, mode }];
};
