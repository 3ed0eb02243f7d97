import { nodeFollowed } from '../../../evidence/federation/following.ts';
import { type Check, defineCheck } from '../../check.ts';
import { takenVerdict } from '../taken-verdict.ts';

/** FED-021: Signed as draft-cavage. */
export const draftCavageTaken: Check = defineCheck({
  name: 'draft-cavage-taken',
  requirement: 'FED-021',
  title: 'Draft-cavage signatures are understood',
  fault: 'A Follow that is signed as draft-cavage-http-signatures-12 has it is refused.',
  consumerLoses: 'Most servers of the Fediverse can not follow.',
  whatToDo:
    'Verify rsa-sha256 over (request-target), host, date and digest, with the key in the document of the actor.',
  needs: { nodeFollowed },
  judge: ({ nodeFollowed: { exchange } }) => takenVerdict(exchange),
});
