export { FakeMailTransport } from './testing/fake-mail-transport.js';
export { NotificationFake } from './testing/notification-fake.js';
export type { SentNotification } from './testing/sent-notification.js';
