/** Hands values from those who make them to the one who reads them, in order. */
export type Channel<T> = AsyncIterable<T> & {
  readonly push: (value: T) => void;
  /** No more will come; with an error, reading ends by throwing it. */
  readonly end: (error?: Error) => void;
};

export const createChannel = <T>(): Channel<T> => {
  const waiting: T[] = [];
  let ended: { readonly error?: Error } | undefined;
  let wake = () => {};
  return {
    push: value => {
      waiting.push(value);
      wake();
    },
    end: error => {
      ended ??= error ? { error } : {};
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) yield value;
        if (ended?.error) throw ended.error;
        if (ended) return;
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    },
  };
};
