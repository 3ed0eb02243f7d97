import { personFollowed } from '../../../evidence/federation/following.ts';
import { type Check, defineCheck } from '../../check.ts';
import { takenVerdict } from '../taken-verdict.ts';

/** FED-022: Signed by RFC 9421. */
export const rfc9421Taken: Check = defineCheck({
  name: 'rfc-9421-taken',
  requirement: 'FED-022',
  title: 'Signatures by RFC 9421 are understood',
  fault: 'A Follow that is signed by RFC 9421 is refused.',
  consumerLoses: 'Servers that have left the draft behind can not follow.',
  whatToDo: 'Verify rsa-v1_5-sha256 over @method, @target-uri and content-digest.',
  needs: { personFollowed },
  judge: ({ personFollowed: { exchange } }) => takenVerdict(exchange),
});
