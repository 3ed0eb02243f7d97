import { equal } from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from '../../src/model/fault.ts';
import { offerLine, placeLine, productLine } from '../support/deliveries.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { compareNetwork } from './compare-network.ts';
import { NetworkMember } from './network-member.ts';
import type { StartMember } from './start-member.ts';

const names = ['aalst', 'baarlo', 'cadzand', 'dongen', 'eext'] as const;
const productsMax = 60;
const turnsMax = 300;

/** Each happens as often as it stands here. */
const happenings = [
  'deliver',
  'deliver',
  'change',
  'change',
  'change',
  'follow',
  'follow',
  'follow',
  'unfollow',
  'kill',
  'kill while following',
  'kill while delivering to it',
  'start',
  'start',
  'cut',
  'mend',
  'break off',
] as const;

/** Nodes that follow each other through whatever comes. */
class RandomNetwork implements AsyncDisposable {
  readonly told: string[] = [];
  readonly #random: SeededRandom;
  readonly #members: readonly NetworkMember[];

  constructor(seed: number, members: readonly NetworkMember[]) {
    this.#random = new SeededRandom(seed);
    this.#members = members;
  }

  #pick(members: readonly NetworkMember[] = this.#members): NetworkMember {
    const member = members[this.#random.below(members.length)];
    if (member === undefined) throw new Error('nobody to pick from');
    return member;
  }

  async begin(): Promise<void> {
    for (const member of this.#members) await member.deliver(this.#whole(member), { partial: false });
    for (const [index, member] of this.#members.entries())
      await this.#follow(member, this.#pick(this.#members.toSpliced(index, 1)));
  }

  /** One thing that happens. */
  async step(): Promise<void> {
    const happens = this.#random.pick(happenings);
    const member = this.#pick();
    const other = this.#pick(this.#members.filter((one) => one !== member));
    this.told.push(`${happens} ${member.name} ${other.name}`);
    if (happens === 'cut') member.line.cut();
    else if (happens === 'mend') member.line.mend();
    else if (happens === 'break off') member.line.breakOff();
    else if (happens === 'start') await member.start();
    else if (happens === 'kill') await member.kill();
    else if (!member.isRunning) await member.start();
    else if (happens === 'deliver') await member.deliver(this.#whole(member), { partial: false });
    else if (happens === 'change') await member.deliver(this.#some(member), { partial: true });
    else if (happens === 'follow') await this.#follow(member, other);
    else if (happens === 'unfollow') await this.#unfollow(member);
    else if (happens === 'kill while following') await this.#killWhileFollowing(member, other);
    else {
      await member.deliver(this.#some(member), { partial: true });
      // Its followers read that now, or in a moment.
      for (let turns = this.#random.below(turnsMax); turns > 0; turns -= 1) await turn();
      await this.#random.pick([member, other]).kill();
    }
  }

  #linesOf({ name }: NetworkMember, index: number): readonly string[] {
    return [productLine(index, `Artikel ${index} ${name}`), offerLine(index, name, `${1 + this.#random.below(90)}.50`)];
  }

  #whole(member: NetworkMember): readonly string[] {
    const share = this.#random.next();
    const chosen = Array.from({ length: productsMax }, (_, index) => index).filter(() => this.#random.next() < share);
    return [placeLine(member.name), ...chosen.flatMap((index) => this.#linesOf(member, index))];
  }

  #some(member: NetworkMember): readonly string[] {
    const chosen = new Set(Array.from({ length: 1 + this.#random.below(8) }, () => this.#random.below(productsMax)));
    return [...chosen].flatMap((index) => this.#linesOf(member, index));
  }

  async #follow(member: NetworkMember, other: NetworkMember): Promise<void> {
    const reachable = other.isRunning && !other.line.isCut;
    try {
      await member.commands.follow({ node: other.origin }, () => undefined);
      member.follows.add(other.origin);
    } catch (error) {
      // Who is not there can't be followed, and was not.
      if (reachable || !(error instanceof Fault)) throw error;
      equal(error.code, 'peer-unusable');
    }
  }

  async #unfollow(member: NetworkMember): Promise<void> {
    const [origin] = member.follows;
    if (origin === undefined) return;
    await member.commands.unfollow({ node: origin });
    member.follows.delete(origin);
  }

  /** Either end goes away at any moment of it: then it is followed, or it is not. */
  async #killWhileFollowing(member: NetworkMember, other: NetworkMember): Promise<void> {
    const following = member.commands
      .follow({ node: other.origin }, () => undefined)
      .then(
        () => undefined,
        () => undefined,
      );
    for (let turns = this.#random.below(turnsMax); turns > 0; turns -= 1) await turn();
    await this.#random.pick([member, other]).kill();
    await following;
    await member.start();
    if ((await member.followed()).includes(other.origin)) member.follows.add(other.origin);
  }

  /** Everyone is there again, and nothing more happens: all have to agree in the end. */
  async settle(): Promise<void> {
    for (const member of this.#members) {
      member.line.mend();
      await member.start();
    }
    await compareNetwork(this.#members);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const member of this.#members) await member[Symbol.asyncDispose]();
  }
}

/** Lets five nodes live through so many steps of a seed; what goes wrong says where. @returns what happened */
export const liveTogether = async (seed: number, steps: number, start: StartMember): Promise<readonly string[]> => {
  await using network = new RandomNetwork(
    seed,
    await Promise.all(names.map((name) => NetworkMember.make(name, start))),
  );
  try {
    await network.begin();
    for (let step = 0; step < steps; step += 1) await network.step();
    await network.settle();
  } catch (cause) {
    throw new Error(`Seed ${seed}, after: ${network.told.join(', ')}`, { cause });
  }
  return network.told;
};
