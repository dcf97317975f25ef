import { Injectable } from '@nestjs/common';
import { Notifier } from '../../dispatch/notifier.js';
import type { Caller } from '../../domain/caller.js';
import type { Actor } from '../../domain/occurrence.js';
import { Readers } from '../../persistence/readers.js';
import { type KnownSubject, Subjects } from '../../persistence/subjects.js';
import type { Work } from '../../persistence/unit-of-work.js';
import { DirectMessage } from '../../types/direct-message.js';
import { MondayError } from './monday-errors.js';
import type { NotificationArgs } from './monday-operation.js';
import { messageOf, textOf } from './notification-text.js';

/** The scope of both documents. */
const ABILITY = 'notifications:write';

/** "Projects refers to items or boards", "posts refers to updates posted to items as replies or new updates". */
const TARGETS = { project: ['issue', 'project'], post: ['comment', 'report'] } as const;

/** `create_notification`: a direct message about a target that sender and recipient can both see. */
@Injectable()
export class NotificationSender {
  constructor(
    private readonly subjects: Subjects,
    private readonly readers: Readers,
    private readonly notifier: Notifier,
  ) {}

  async send(work: Work, caller: Caller, args: NotificationArgs): Promise<{ id: number; text: string }> {
    if (!caller.hasAbility(ABILITY)) {
      throw new MondayError('UserUnauthorizedException', 'User unauthorized to perform action');
    }
    const text = textOf(args.text);
    const recipient = idOf(args.user_id);
    const target = await this.target(work, args);
    const people = await this.readers.among(work, target?.gate ?? null, [recipient, caller.userId ?? 0]);
    if (!target || (caller.userId !== null && !people.has(caller.userId))) {
      throw new MondayError('ResourceNotFoundException', 'Target not found');
    }
    if (!people.has(recipient)) throw new MondayError('InvalidUserIdException', 'User not found');

    const { subject, parent, projectId, gate, ref } = target;
    const actor = actorOf(caller, people);
    const comment_id = ref.type === 'comment' ? Number(ref.id) : undefined;
    const params = { recipients: [recipient], comment_id, ...messageOf(text) };
    const message = new DirectMessage({ actor, subject, parent, projectId, gate, params });
    const [receipt] = await this.notifier.raiseAll(work, [message]);
    if (!receipt) throw new Error('A direct message has no receipt.');
    return { id: receipt.id, text };
  }

  private async target(
    work: Work,
    { target_id, target_type }: NotificationArgs,
  ): Promise<KnownSubject | undefined> {
    const id = idOf(target_id);
    const types = TARGETS[target_type.toLowerCase() as keyof typeof TARGETS];
    const [target] = await this.subjects.find(
      work,
      types.map((type) => ({ type, id })),
    );
    return target;
  }
}

/** What is no id is the id of nothing. */
function idOf(text: string): number {
  const id = /^[1-9]\d*$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** An app speaks under its own name, whoever it was made for; a personal token for its person. */
function actorOf({ app, userId }: Caller, names: ReadonlyMap<number, string>): Actor | null {
  if (app) return { id: null, name: app.name, app };
  return userId === null ? null : { id: userId, name: names.get(userId) ?? '' };
}
