import type { SubjectRef } from '../../domain/subject.js';
import type { WholeThread } from '../../inbox/whole-thread.js';
import { headline, targetTitleOf, titleOf, typeWord } from './headline.js';
import type { Identifier, Resource } from './json-api-document.js';
import type { NotificationAttributes, Relationship } from './productive-output.js';
import type { TimeZone } from './time-zone.js';

const EXCERPT_CHARACTERS = 200;

/** Whose inbox it is, and how they see it. */
export interface Place {
  readonly tenantId: number;
  readonly ownerId: number;
  readonly zone: TimeZone;
}

export function notificationResource(
  thread: WholeThread,
  place: Place,
  include: readonly Relationship[],
): Resource {
  const { actor } = thread.newest;
  return {
    id: String(thread.id),
    type: 'notifications',
    attributes: attributesOf(thread, place.zone),
    relationships: {
      organization: { data: organizationRef(place) },
      actor: include.includes('actor') ? { data: actor && personRef(actor) } : { meta: { included: false } },
      owner: { data: ownerRef(place) },
    },
  };
}

export function organizationRef({ tenantId }: Place): Identifier {
  return { type: 'organizations', id: String(tenantId) };
}

export function ownerRef({ ownerId }: Place): Identifier {
  return { type: 'organization_memberships', id: String(ownerId) };
}

export function personRef({ id }: { readonly id: number }): Identifier {
  return { type: 'people', id: String(id) };
}

function attributesOf(thread: WholeThread, zone: TimeZone): NotificationAttributes {
  const { newest } = thread;
  const { subject, parent, root, change } = newest;
  const [target, above, top] = [subject, parent, root].map(refOf) as [Ref, Ref, Ref];
  return {
    target_id: target.id,
    target_type: target.type,
    target_title: targetTitleOf(newest),
    parent_id: above.id,
    parent_type: above.type,
    parent_title: parent && titleOf(parent),
    title: headline(newest),
    read: thread.read,
    dismissed: thread.dismissed,
    new_activities_count: thread.unread,
    excerpt: [...(thread.comment ?? '')].slice(0, EXCERPT_CHARACTERS).join(''),
    last_action_at: zone.write(thread.lastActionAt),
    first_unread_activity_id: thread.firstUnreadId,
    changeset: change ? [change] : [],
    important: thread.important,
    mention: thread.mention,
    target_label: target.type,
    made_by_automation: newest.automated,
    root_id: top.id,
    root_type: top.type,
  };
}

interface Ref {
  readonly id: number | string | null;
  readonly type: string | null;
}

function refOf(subject: SubjectRef | null): Ref {
  return subject ? { id: subject.id, type: typeWord(subject.type) } : { id: null, type: null };
}
