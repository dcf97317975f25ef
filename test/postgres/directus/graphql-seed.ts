/** An example of seed 002 as it stands there; only its ids and its person are replaced by those of this tenant. */
export interface GraphqlExample {
  readonly name: string;
  readonly query: string;
  /** What stands for ids in it. */
  readonly ids: readonly number[];
  /** What it answers, made of those ids and of the person. */
  readonly answer: (ids: readonly string[], recipient: string) => object;
}

/** The person of the examples. */
export const SEED_RECIPIENT = '410b5772-e63f-4ae6-9ea2-39c3a31bd6ca';

const anId = expect.stringMatching(/^\d+$/) as unknown;

export const GRAPHQL_EXAMPLES: readonly GraphqlExample[] = [
  {
    name: 'List Notifications',
    query: `query {
	notifications {
		id
		recipient
		subject
	}
}`,
    ids: [],
    answer: (_, recipient) => ({
      notifications: expect.arrayContaining([
        { id: anId, recipient, subject: expect.any(String) },
      ]) as unknown,
    }),
  },
  {
    name: 'Retrieve a notification',
    query: `query {
	notifications_by_id(id: 42) {
		id
		sender
		recipient
		message
		subject
	}
}`,
    ids: [42],
    answer: ([id], recipient) => ({
      notifications_by_id: { id, sender: null, recipient, message: null, subject: 'Made' },
    }),
  },
  {
    name: 'Create a Notification',
    query: `mutation {
	create_notifications_item(data: { recipient: "410b5772-e63f-4ae6-9ea2-39c3a31bd6ca", subject: "Hi there!" }) {
		id
		recipient
	}
}`,
    ids: [],
    answer: (_, recipient) => ({ create_notifications_item: { id: anId, recipient } }),
  },
  {
    name: 'Create Multiple Notifications',
    query: `mutation {
	create_notifications_items(
		data: [
			{
				collection: "directus_files"
				recipient: "410b5772-e63f-4ae6-9ea2-39c3a31bd6ca"
				message: "Hi there! You should check out these files"
			}
			{
				collection: "articles"
				recipient: "410b5772-e63f-4ae6-9ea2-39c3a31bd6ca"
				message: "Hi there! You should check out these articles"
			}
		]
	) {
		id
		recipient
	}
}`,
    ids: [],
    answer: (_, recipient) => ({
      create_notifications_items: [
        { id: anId, recipient },
        { id: anId, recipient },
      ],
    }),
  },
  {
    name: 'Update a Notification',
    query: `mutation {
	update_notifications_item(id: 32, data: { message: "This is my updated notification" }) {
		id
		message
	}
}`,
    ids: [32],
    answer: ([id]) => ({ update_notifications_item: { id, message: 'This is my updated notification' } }),
  },
  {
    name: 'Update Multiple Notifications',
    query: `mutation {
	update_notifications_items(ids: [15, 64], data: { message: "Updated message!" }) {
		id
		recipient
	}
}`,
    ids: [15, 64],
    answer: (ids, recipient) => ({ update_notifications_items: ids.map((id) => ({ id, recipient })) }),
  },
  {
    name: 'Delete a Notification',
    query: `mutation {
	delete_notifications_item(id: 32) {
		id
	}
}`,
    ids: [32],
    answer: ([id]) => ({ delete_notifications_item: { id } }),
  },
  {
    name: 'Delete Multiple Notifications',
    query: `mutation {
	delete_notifications_items(ids: [15, 251, 810]) {
		ids
	}
}`,
    ids: [15, 251, 810],
    answer: (ids) => ({ delete_notifications_items: { ids } }),
  },
];
