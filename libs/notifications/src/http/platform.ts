/** What the library needs of the host's HTTP platform; requests of Fastify and of Express both have it. */
export interface HttpRequest {
  /** With its query. */
  readonly url: string;
  readonly protocol: string;
  /** As the caller knows it, behind a trusted proxy too. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: unknown;
}

/** Fastify's reply and Express' response. */
export interface HttpReply {
  status(code: number): HttpReply;
  header(name: string, value: string): unknown;
  send(body: unknown): unknown;
}
