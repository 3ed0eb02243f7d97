/** What is known of the publisher when its feed is read. */
export interface PublisherFacts {
  /** As the description states it, or that of the URL under test; without a slash at the end. */
  readonly origin: string;
  /** The description as it was answered; an empty object when there is none. */
  readonly description: Readonly<Record<string, unknown>>;
}
