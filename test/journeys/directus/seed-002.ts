/** "The Notification Object": the sample, verbatim but for its long message. */
export const OBJECT_SAMPLE = {
  id: 2,
  timestamp: '2021-11-24T13:57:35Z',
  status: 'inbox',
  recipient: '3EE34828-B43C-4FB2-A721-5151579B08EA',
  sender: '497a495e-5529-4e46-8feb-2f35e9b85601',
  subject: 'You were mentioned in articles',
  message:
    '\nHello admin@example.com,\n\rijk@directus.io has mentioned you in a comment:\n\n> Hello <em>admin@example.com</em>!\n\n<a href="http://localhost:8080/admin/content/articles/1">Click here to view.</a>\n',
  collection: 'articles',
  item: '1',
};

/** The person of the samples. */
export const SEED_RECIPIENT = '410b5772-e63f-4ae6-9ea2-39c3a31bd6ca';

/** "Create a Notification". */
export const CREATE_ONE = { recipient: SEED_RECIPIENT, subject: 'Hi there!' };

/** "Create Multiple Notifications": without subjects. */
export const CREATE_MANY = [
  {
    collection: 'directus_files',
    recipient: SEED_RECIPIENT,
    message: 'Hi there! You should check out these files',
  },
  {
    collection: 'articles',
    recipient: SEED_RECIPIENT,
    message: 'Hi there! You should check out these articles',
  },
];

/** "Update a Notification", and "Update Multiple Notifications" with ids in the place of 15 and 64. */
export const UPDATE_ONE = { message: 'This is my updated notification' };
export const updateMany = (keys: readonly number[]) => ({ keys, data: { message: 'Updated message!' } });
