import { tenantOf, userOf } from '../../support/demo.ts';
import type { Answer, Client } from '../../support/http-client.ts';
import type { Kendo } from '../../support/kendo.ts';

/** A notification as Directus' clients see it. */
export interface Item {
  readonly id: number;
  readonly timestamp: string;
  readonly status: string;
  readonly recipient: string;
  readonly sender: string | null;
  readonly subject: string;
  readonly message: string | null;
  readonly collection: string | null;
  readonly item: string | null;
}

export interface ErrorBody {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
  }[];
}

/** What a test does with notifications of Directus, in the words of its REST API. */
export class Items {
  constructor(private readonly kendo: Kendo) {}

  uuid(handle: string): string {
    return userOf(this.kendo.demo, 'acme', handle).uuid;
  }

  get issueProject(): number {
    return tenantOf(this.kendo.demo, 'acme').projects[0]?.id ?? 0;
  }

  /** Made by the admin. */
  async make(handle: string, fields: Readonly<Record<string, unknown>>): Promise<Item> {
    const answer = await this.kendo
      .as('alice')
      .post<{ data: Item }>('/notifications', { recipient: this.uuid(handle), ...fields });
    expect([answer.status, answer.body]).toEqual([200, { data: expect.any(Object) }]);
    return answer.body.data;
  }

  async read(client: Client, id: number): Promise<Item> {
    const { status, body } = await client.get<{ data: Item }>(`/notifications/${id}`);
    expect(status).toBe(200);
    return body.data;
  }
}

/** The status, and the code of each of its errors. */
export function refusalOf({ status, body }: Answer): [number, ...string[]] {
  return [status, ...(body as ErrorBody).errors.map(({ extensions }) => extensions.code)];
}
