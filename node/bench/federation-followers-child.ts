// Plays nodes that follow one: node federation-followers-child.ts <how many>
// Lines on its standard input: {"follow": <actor>} follows it with all of them; {"received": <type>} tells how many came, their bytes, and when the last came; {"cpu": true} the processor time.
import { generateKeyPairSync } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { playNode } from './federation/played-node.ts';
import { signPost } from './federation/sign-post.ts';

/** Follows that are under way at the same time. */
const followsAtOnce = 8;
const retrySecondsMax = 60;

const tell = (message: unknown): void => {
  process.stdout.write(`${JSON.stringify(message)}\n`);
};

const received = new Map<string, { count: number; bytes: number; lastAtMs: number }>();
// One key for all: making 200 of them would take longer than all that is measured.
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const nodes = await Promise.all(
  Array.from({ length: Number(process.argv[2]) }, () =>
    playNode(publicKey, ({ type, bytes }) => {
      const before = received.get(type) ?? { count: 0, bytes: 0, lastAtMs: 0 };
      received.set(type, { count: before.count + 1, bytes: before.bytes + bytes, lastAtMs: Date.now() });
    }),
  ),
);

const follow = async (actor: string, object: string): Promise<void> => {
  const { inbox } = (await (await fetch(object, { headers: { accept: 'application/activity+json' } })).json()) as {
    inbox: string;
  };
  const body = JSON.stringify({
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${actor}#follow`,
    type: 'Follow',
    actor,
    object,
  });
  for (;;) {
    const headers = signPost(inbox, body, { id: `${actor}#main-key`, secret: privateKey });
    const response = await fetch(inbox, { method: 'POST', headers, body });
    if (response.status === 202) return;
    const seconds = Number(response.headers.get('retry-after') ?? 'x');
    if (response.status !== 429 || !(seconds <= retrySecondsMax))
      throw new Error(`${inbox} answers ${response.status}: ${await response.text()}`);
    await wait(seconds * 1_000);
  }
};

tell({ nodes: nodes.length });
for await (const line of createInterface(process.stdin)) {
  const command = JSON.parse(line) as { follow?: string; received?: string; cpu?: true };
  const { user, system } = process.cpuUsage();
  if (command.follow !== undefined) {
    const open = nodes.values();
    const { follow: object } = command;
    await Promise.all(
      Array.from({ length: followsAtOnce }, async () => {
        for (const { actor } of open) await follow(actor, object);
      }),
    );
  }
  if (command.cpu === true) tell({ seconds: (user + system) / 1_000_000 });
  else tell(received.get(command.received ?? '') ?? { count: 0, bytes: 0, lastAtMs: 0 });
}
for (const node of nodes) await node[Symbol.asyncDispose]();
