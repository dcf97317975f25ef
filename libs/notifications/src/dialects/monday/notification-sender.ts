import { Injectable } from '@nestjs/common';
import { Notifier } from '../../dispatch/notifier.js';
import type { Caller } from '../../domain/caller.js';
import { idIn } from '../../domain/id.js';
import type { Actor } from '../../domain/occurrence.js';
import { Readers } from '../../persistence/readers.js';
import { type KnownSubject, Subjects } from '../../persistence/subjects.js';
import type { Work } from '../../persistence/unit-of-work.js';
import { DirectMessage } from '../../types/direct-message.js';
import { MondayError } from './monday-errors.js';
import type { NotificationArgs } from './monday-operation.js';
import { MondayTargets } from './monday-targets.js';
import { messageOf, textOf } from './notification-text.js';

/** The scope of both documents. */
const ABILITY = 'notifications:write';

/** `create_notification`: a direct message about a target that sender and recipient can both see. */
@Injectable()
export class NotificationSender {
  constructor(
    private readonly targets: MondayTargets,
    private readonly subjects: Subjects,
    private readonly readers: Readers,
    private readonly notifier: Notifier,
  ) {}

  async send(work: Work, caller: Caller, args: NotificationArgs): Promise<{ id: number; text: string }> {
    if (!caller.hasAbility(ABILITY)) {
      throw new MondayError('UserUnauthorizedException', 'User unauthorized to perform action');
    }
    const text = textOf(args.text);
    const recipient = idIn(args.user_id);
    const target = await this.target(work, args);
    const both = [recipient, caller.userId].filter((id) => id !== null);
    const people = await this.readers.among(work, target?.gate ?? null, both);
    if (!target || (caller.userId !== null && !people.has(caller.userId))) {
      throw new MondayError('ResourceNotFoundException', 'Target not found');
    }
    if (recipient === null || !people.has(recipient)) {
      throw new MondayError('InvalidUserIdException', 'User not found');
    }

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
    const id = idIn(target_id);
    if (id === null) return undefined;
    const types = this.targets[target_type.toLowerCase() as keyof MondayTargets];
    const [target] = await this.subjects.find(
      work,
      types.map((type) => ({ type, id })),
    );
    return target;
  }
}

/** An app speaks under its own name, whoever it was made for; a personal token for its person. */
function actorOf({ app, userId }: Caller, names: ReadonlyMap<number, string>): Actor | null {
  if (app) return { id: null, name: app.name, app };
  return userId === null ? null : { id: userId, name: names.get(userId) ?? '' };
}
