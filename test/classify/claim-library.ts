import { libraryWith, readShippedClaims } from '../../src/commands/claim-files.ts';
import { root } from '../root.ts';

/** The shipped claims, ready to be found. */
export const library = await libraryWith(root, []);
export const { concepts } = await readShippedClaims(root);
