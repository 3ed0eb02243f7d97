/** An answer before HTTP does its part. */
export interface TinyAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

export const html = (body: string, status = 200): TinyAnswer => ({ status, type: 'text/html; charset=utf-8', body });

/** An error as RFC 9457 has it. */
export const problem = (status: number, title: string): TinyAnswer => ({
  status,
  type: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title, status }),
});
