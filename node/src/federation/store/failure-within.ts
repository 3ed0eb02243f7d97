/** Why work failed: what it threw, or that it took longer than the limit; undefined when it did not. It cannot be stopped, only no longer waited for. */
export const failureWithin = async (work: () => Promise<unknown>, limitMs: number): Promise<string | undefined> => {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const timer = setTimeout(resolve, limitMs, `it took longer than ${limitMs} ms`).unref();
  work().then(
    () => resolve(undefined),
    (error: unknown) => resolve(error instanceof Error ? error.message : String(error)),
  );
  const failure = await promise;
  clearTimeout(timer);
  return failure;
};
