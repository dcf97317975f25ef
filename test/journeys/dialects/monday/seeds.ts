/** An example of seeds 000 and 001 as it stands there; only its two ids are replaced by those of this tenant. */
export interface SeedExample {
  readonly name: string;
  /** Of one who has no scheme for their token. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
}

/** What stands for the recipient, and for the target, in both documents. */
export const SEED_IDS = { user: /105939|12345678/, target: /674387/ };
export const SEED_TEXT = 'This is a notification';

const headers = { 'Content-Type': 'application/json', Authorization: 'YOUR_API_KEY_HERE' };

export const SEED_EXAMPLES: readonly SeedExample[] = [
  {
    /* The seed is cut after the third line: the rest is the other document's. */
    name: '000, "Create a notification", GraphQL',
    headers,
    query: `mutation {
    create_notification (user_id: 105939, target_id: 674387, text: "This is a notification", target_type: Project) {
        text
    }
}`,
  },
  {
    name: '000, "Create a notification", JavaScript',
    headers,
    query:
      'mutation { create_notification (user_id: 105939, target_id: 674387, text: "This is a notification", target_type: project) { text } }',
  },
  {
    name: '001, "Create a notification", GraphQL',
    headers,
    query: `mutation {
  create_notification (user_id: 12345678, target_id: 674387, text: "This is a notification", target_type: Project) {
    text
  }
}`,
  },
  {
    name: '001, "Create a notification", JavaScript',
    headers,
    query:
      'mutation { create_notification (user_id: 12345678, target_id: 674387, text: "This is a notification", target_type: Project) { text } }',
  },
];

/** "Arguments" of 001, in full: ids are of the type ID!, both targets with what each refers to, the fields. */
export const WITH_VARIABLES = `mutation Notify($user: ID!, $target: ID!, $text: String!, $type: NotificationTargetType!) {
  create_notification (user_id: $user, target_id: $target, text: $text, target_type: $type) { id text }
}`;
