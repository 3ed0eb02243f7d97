/** What the web side asks of ActivityPub. */
export interface ActivityPubFace {
  /**
   * Answers a request for a document of ActivityPub, or one that brings an activity.
   * @param request with the public address of the node
   * @param asker for counting alone
   * @returns undefined when nothing stands there
   */
  answer(request: Request, asker: { readonly client: string | undefined }): Promise<Response | undefined>;
  /** Whether who asks may read documents. */
  mayRead(request: Request): Promise<boolean>;
  /** What people are led to from an address of ActivityPub; undefined when nothing stands there. */
  pageAt(path: string): Promise<string | undefined>;
  /** What WebFinger says of an account or an address; undefined when it is none of this node's. */
  describeResource(resource: string): Promise<object | undefined>;
  readonly nodeInfo: { links(): Promise<object>; document(): Promise<object> };
}
