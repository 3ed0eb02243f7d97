/** Passes a body on, and tells what went through and when it was over: at its end, or because nobody wants more of it. */
export const watchBody = (
  answer: Response,
  told: { readonly passed: (bytes: Uint8Array) => void; readonly ended: () => void },
): Response => {
  if (answer.body === null) {
    told.ended();
    return answer;
  }
  const reader: ReadableStreamDefaultReader<Uint8Array> = answer.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            told.ended();
            controller.close();
          } else {
            told.passed(value);
            controller.enqueue(value);
          }
        } catch (error) {
          told.ended();
          controller.error(error);
        }
      },
      cancel(reason) {
        told.ended();
        // Who leaves does not wait for one that stands still.
        void reader.cancel(reason).catch(() => {});
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: answer.status, headers: answer.headers });
};
