import { checkpointChainFaults, nodeDescriptionSchema, type SignedCheckpoint } from '@openstraat/spec';
import { describe, expect, it } from 'vitest';
import { createTestNode } from '../test-node.ts';
import { describeNode } from './describe-node.ts';

describe('the description', () => {
  const node = createTestNode();
  const { origin } = node.settings;
  const description = describeNode(node.settings, node.keys, node.log.head().epoch);

  it('has the identity of the publisher, which holds its keys (DESC-002)', () => {
    expect(nodeDescriptionSchema.safeParse(description).error).toBeUndefined();
    expect(description).toMatchObject({ id: `${origin}/`, type: ['Catalog', 'Organization'], origin });
    const controllers = [...description.keys, description.recoveryKey].map(({ controller }) => controller);
    expect(new Set(controllers)).toEqual(new Set([description.id]));
  });

  it('has the key that signs the checkpoint (CHK-014)', async () => {
    const checkpoint = (await (await node.get('/feed/checkpoint')).json()) as SignedCheckpoint;
    expect(checkpointChainFaults([checkpoint], description.keys)).toEqual([]);
  });
});
