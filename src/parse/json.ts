/** A JSON object whose shape nobody promised; its fields are read one by one, and only own ones. */
export type Json = Readonly<Record<string, unknown>>;

/** Parses JSON; undefined when it is none. A byte order mark is no fault. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Not JSON: callers report it with what they expected.
    return undefined;
  }
};

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field's value, through several fields when several are named. */
export const fieldOf = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );

/** The field as text: numbers are written out, blank text and everything else is undefined. */
export const textField = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = fieldOf(value, ...path);
  if (typeof found === 'number' && Number.isFinite(found)) return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
};

/** The field's objects; an empty list when it is no list. */
export const listField = (value: unknown, ...path: readonly string[]): readonly Json[] => {
  const found = fieldOf(value, ...path);
  return Array.isArray(found) ? found.filter(isObject) : [];
};
