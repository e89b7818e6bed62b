/** What 32-bit hashes stand for, by open addressing: a `Map` boxes numbers of this size and takes five times as long. */
export type HashTable<Value> = {
  readonly mask: number;
  readonly keys: Int32Array;
  /** Index into `values`; 0 where nothing is. */
  readonly slots: Uint16Array;
  readonly values: readonly (Value | undefined)[];
};

export const hashTable = <Value>(entries: ReadonlyMap<number, Value>): HashTable<Value> => {
  const size = 2 ** Math.ceil(Math.log2(entries.size * 2 + 2));
  const keys = new Int32Array(size);
  const slots = new Uint16Array(size);
  const values: (Value | undefined)[] = [undefined];
  const table = { mask: size - 1, keys, slots, values };
  for (const [hash, value] of entries) {
    const slot = slotOf(table, hash);
    keys[slot] = hash;
    slots[slot] = values.push(value) - 1;
  }
  return table;
};

const slotOf = ({ mask, keys, slots }: HashTable<unknown>, hash: number): number => {
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (slots[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
};

export const lookUp = <Value>(table: HashTable<Value>, hash: number): Value | undefined =>
  table.values[table.slots[slotOf(table, hash)] as number];
