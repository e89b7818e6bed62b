import { createClaimLibrary } from '../../src/classify/claims/library.ts';
import { readShippedClaims } from '../../src/commands/claim-files.ts';

const { claims, concepts } = await readShippedClaims(new URL('../../', import.meta.url));

/** The shipped claims, ready to be found. */
export const library = createClaimLibrary(claims, concepts);
export { concepts };
