/** Where `data/` lies; the same object for all tests, so that what lies there is read once. */
export const root = new URL('../', import.meta.url);
