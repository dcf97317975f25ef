import { NotificationEvent } from '../types/notification-event.js';
import { InstalledChannels } from './installed-channels.js';
import { NotificationChannel } from './notification-channel.js';

class InvoicePaid extends NotificationEvent {
  static readonly eventName = 'invoice.paid';
  static readonly voices = {};
  static readonly channels = ['mail', 'pager'];
}

class Channel extends NotificationChannel {
  constructor(
    readonly name: string,
    override readonly longestSend = 15_000,
  ) {
    super();
  }
  async send(): Promise<string> {
    return 'taken';
  }
}

test('knows the channels that events name, and how long the slowest may take', () => {
  const channels = new InstalledChannels(
    [new Channel('pager', 2_000), new Channel('chat', 3_000)],
    [InvoicePaid],
  );
  expect(channels.named('pager')).toMatchObject({ name: 'pager' });
  expect(channels.longestSend).toBe(3_000);
  expect(channels.concurrencyOf('chat')).toBe(10);
});

test.each<[string, string[], RegExp]>([
  [
    'that an event names is missing',
    [],
    /^InvoicePaid goes by the channel "pager", which is not installed: name the channel's class in NotificationsModule/,
  ],
  ['has the name of another', ['pager', 'pager'], /^Two channels are named "pager"; rename one of them\.$/],
  ['has the name of the library’s own', ['pager', 'mail'], /^Two channels are named "mail"/],
  ['has a name that would not do in an id', ['Pager 1'], /^A channel cannot be named "Pager 1"/],
])('a start with a channel that %s is refused', (_, names, sentence) => {
  const channels = names.map((name) => new Channel(name));
  expect(() => new InstalledChannels(channels, [InvoicePaid])).toThrow(sentence);
});

test('a delivery whose channel has been taken out says what to do', () => {
  expect(() => new InstalledChannels([], []).named('pager')).toThrow(
    'No channel is named "pager": install it with NotificationsModule.forRoot({ channels }).',
  );
});
