/** Reads once what lies under a root: shipped data does not change while a program runs, and some takes long to prepare. */
export const oncePerRoot = <T>(read: (root: URL) => Promise<T>): ((root: URL) => Promise<T>) => {
  const known = new WeakMap<URL, Promise<T>>();
  return root => {
    const before = known.get(root);
    if (before) return before;
    const reading = read(root);
    known.set(root, reading);
    return reading;
  };
};
