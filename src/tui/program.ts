/** What an update gives: the next state, and what is to be done outside. */
export type Step<State, Effect> = readonly [state: State, ...effects: Effect[]];

export type Program<State, Message> = {
  readonly current: () => State;
  readonly send: (message: Message) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Carries one effect out and sends what comes of it; must turn failures into messages, never reject. */
export type Perform<Effect, Message> = (
  effect: Effect,
  send: (message: Message) => void,
) => Promise<void>;

/**
 * The loop: messages change the state at once; listeners hear when `schedule` lets them, by default once per turn of
 * the event loop, so that two hundred keys in one read are one repaint.
 */
export const start = <State, Message, Effect>(
  [initial, ...effects]: Step<State, Effect>,
  update: (state: State, message: Message) => Step<State, Effect>,
  perform: Perform<Effect, Message>,
  schedule: (tell: () => void) => void = queueMicrotask,
): Program<State, Message> => {
  let state = initial;
  let told = true;
  const listeners = new Set<() => void>();
  const tell = () => {
    told = true;
    for (const listener of listeners) listener();
  };
  const run = (effect: Effect) => void perform(effect, send);
  const send = (message: Message) => {
    const [next, ...effects] = update(state, message);
    const changed = next !== state;
    state = next;
    if (changed && told) {
      told = false;
      schedule(tell);
    }
    effects.forEach(run);
  };
  effects.forEach(run);
  return {
    current: () => state,
    send,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
