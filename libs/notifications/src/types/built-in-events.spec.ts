import { rankOf, type Reason } from '../domain/audience.js';
import { LANGUAGES } from '../domain/language.js';
import { BUILT_IN_EVENTS, EventRegistry } from './event-registry.js';
import { IssueAssigned } from './issue-assigned.js';
import { IssueCommented } from './issue-commented.js';
import { NotificationEvent } from './notification-event.js';
const OCCURRENCE = {
  actor: { id: 1, name: 'Bob {title} Smith' },
  subject: { type: 'issue', id: 42, title: 'Fix {actor}' },
};

describe('the built-in events', () => {
  test.each(BUILT_IN_EVENTS.map((kind) => [kind.eventName, kind] as const))(
    '%s has a sentence in every language for each of its reasons',
    (_, kind) => {
      for (const voice of Object.values(kind.voices)) {
        for (const language of LANGUAGES) expect(voice.sentence[language]).toMatch(/\S/);
      }
    },
  );

  test('what is filled into a sentence is not itself filled in', () => {
    const event = new IssueAssigned({ ...OCCURRENCE, params: { from: null, to: { id: 2, name: 'Ann' } } });

    expect(event.toInbox('assigned').message).toBe('Bob {title} Smith assigned "Fix {actor}" to you');
  });

  test('nobody is someone, in each language', () => {
    const params = { comment_id: 1, text: 'Hi', mentioned: [] };
    const event = new IssueCommented({ ...OCCURRENCE, actor: null, params });

    expect(event.toInbox('watching').message).toBe('Someone commented on "Fix {actor}"');
    expect(event.toMail('watching', 'nl').message).toBe('Iemand reageerde op "Fix {actor}"');
  });

  test('reassignment speaks to the new assignee and to the old one', () => {
    const params = { from: { id: 3, name: 'Old' }, to: { id: 2, name: 'New' } };
    const { named } = new IssueAssigned({ ...OCCURRENCE, params }).audience();

    expect(named).toEqual([
      { userId: 2, reason: 'assigned' },
      { userId: 3, reason: 'unassigned' },
    ]);
  });

  test('mention comes before assignment, assignment before the rest, and who watches last', () => {
    const reasons = BUILT_IN_EVENTS.flatMap((kind) => Object.keys(kind.voices) as Reason[]);
    const ranked = [...new Set(reasons)].sort((one, other) => rankOf(one) - rankOf(other));

    expect(ranked).toEqual(['mentioned', 'assigned', 'unassigned', 'direct', 'added', 'named', 'watching']);
    expect(new Set(ranked.map(rankOf)).size).toBe(ranked.length);
  });
});

describe('EventRegistry', () => {
  class InvoicePaid extends NotificationEvent {
    static readonly eventName = 'invoice.paid';
    static readonly voices = { direct: { sentence: { en: 'Paid' } } };
    override audience() {
      return {};
    }
  }

  test("knows the host's own events beside the built-in ones", () => {
    const registry = new EventRegistry([InvoicePaid]);

    expect(registry.revive('invoice.paid', { ...OCCURRENCE, params: {} })).toBeInstanceOf(InvoicePaid);
    expect(registry.all()).toHaveLength(BUILT_IN_EVENTS.length + 1);
  });

  test('says what to do about a name that it does not know, or knows twice, and a class without a voice', () => {
    expect(() => new EventRegistry([]).kindNamed('invoice.paid')).toThrow(/register its class in forRoot/);
    expect(() => new EventRegistry([InvoicePaid, InvoicePaid])).toThrow(/rename one of them/);
    class Silent extends InvoicePaid {
      static override readonly voices = {} as typeof InvoicePaid.voices;
    }
    expect(() => new EventRegistry([Silent])).toThrow(/^The notification event Silent: voices must have one/);
  });

  test('lets in from outside only what says what its payload is', () => {
    const registry = new EventRegistry([InvoicePaid]);

    expect(registry.openTo('issue.commented')).toBe(IssueCommented);
    for (const name of ['invoice.paid', 'direct', 'custom', 'todo.created']) {
      expect(registry.openTo(name)).toBeUndefined();
    }
  });
});
