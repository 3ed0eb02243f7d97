import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../support/free-port.ts';

/** The public address of a node: the line to it can be cut, and mended. */
export class CuttableLine implements AsyncDisposable {
  /** Where the node has to listen. */
  readonly behind: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isCut = false;

  private constructor(server: Server, behind: number) {
    this.#server = server;
    this.behind = behind;
    server.on('connection', (outer) => this.#join(outer));
  }

  static async open(): Promise<CuttableLine> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new CuttableLine(server, await freePort());
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  #join(outer: Socket): void {
    if (this.#isCut) {
      outer.destroy();
      return;
    }
    const inner = connect(this.behind, '127.0.0.1');
    for (const [one, other] of [
      [outer, inner],
      [inner, outer],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  /** Breaks off what is under way; new connections are taken. */
  breakOff(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  cut(): void {
    this.#isCut = true;
    this.breakOff();
  }

  mend(): void {
    this.#isCut = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
