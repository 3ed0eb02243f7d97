import type { ChangeLogReader } from '../../log/change-log.ts';
import type { ReplicaCursor, ReplicaWriter } from '../../model/replica.ts';
import type { Replica, Replicas } from '../replica/replicas.ts';
import { createRetiringLog, type RetiringLog } from './retiring-log.ts';

/** What the operator is told of a replica. */
export interface Held {
  readonly cursor: ReplicaCursor | undefined;
  readonly leftOut: number;
  readonly things: number;
}

type Counted = Pick<Held, 'cursor' | 'leftOut'>;

const countedBy = async (writer: ReplicaWriter): Promise<Counted> => ({
  cursor: await writer.cursor(),
  leftOut: (await writer.leftOut()).live,
});

/** The replica of one peer as long as it is followed: opened once for all who ask, and never closed under those who read it. */
export class PeerReplica {
  readonly #origin: string;
  readonly #replicas: Replicas;
  readonly #letGoMsMax: number;
  #retiring: RetiringLog | undefined;
  #opening: Promise<Replica> | undefined;
  #counted: Promise<Counted> | undefined;

  /** @param letGoMsMax how long those who read it have to end */
  constructor(origin: string, replicas: Replicas, letGoMsMax: number) {
    this.#origin = origin;
    this.#replicas = replicas;
    this.#letGoMsMax = letGoMsMax;
  }

  /** What projections read; undefined until it was open once. */
  get log(): ChangeLogReader | undefined {
    return this.#retiring?.log;
  }

  /** @throws {Fault} as `Replicas.open` */
  open(): Promise<Replica> {
    this.#opening ??= this.#replicas.open(this.#origin).then(
      (replica) => {
        this.#retiring = createRetiringLog(replica.log);
        return replica;
      },
      (error: unknown) => {
        this.#opening = undefined;
        throw error;
      },
    );
    return this.#opening;
  }

  /** What it holds now; nothing where it can't be read, which the next pull says. */
  async held(): Promise<Held> {
    try {
      const { log, writer } = await this.open();
      this.#counted ??= countedBy(writer);
      return { ...(await this.#counted), things: log.head().live };
    } catch {
      this.recount();
      return { cursor: undefined, leftOut: 0, things: 0 };
    }
  }

  /** A pull changes what was counted. */
  recount(): void {
    this.#counted = undefined;
  }

  /** Closes it after a fault. Until it is opened anew, which mends or replaces it, readers see the old one, which answers nothing. */
  async close(): Promise<void> {
    await this.#retiring?.retire(this.#letGoMsMax);
    this.#opening = undefined;
    await this.#replicas.close(this.#origin).catch(() => undefined);
  }

  /** Lets those who read it end; it can be removed then. */
  async retire(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.#retiring?.retire(this.#letGoMsMax);
  }
}
