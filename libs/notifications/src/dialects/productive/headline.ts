import { NotificationType } from '../../domain/notification-type.js';
import type { Subject } from '../../domain/subject.js';
import type { InboxItem } from '../../inbox/inbox-item.js';

const VERBS: Readonly<Record<number, string>> = {
  [NotificationType.Assignment]: 'assigned',
  [NotificationType.Comment]: 'commented on',
  [NotificationType.LaneChange]: 'moved',
  [NotificationType.Mention]: 'mentioned you in',
  [NotificationType.ProjectMembership]: 'added you to',
  [NotificationType.TeamMembership]: 'added you to',
  [NotificationType.ReportCreated]: 'reported',
  [NotificationType.Direct]: 'notified you about',
};

/** What this dialect calls a type of subject. */
export function typeWord(type: string): string {
  return type === 'issue' ? 'task' : type;
}

/** What it is about; what came without a title, as an item of a Directus collection does, is named by the message. */
export function targetTitleOf({ subject, message }: InboxItem): string | null {
  return subject && titleOf({ ...subject, title: subject.title || message });
}

/** `#42: Add pagination`, of an issue whose key is `KD-0042`. */
export function titleOf({ type, title, key }: Subject): string {
  const number = type === 'issue' ? /\d+$/.exec(key ?? '')?.[0] : undefined;
  return number === undefined ? title : `#${Number(number)}: ${title}`;
}

/** `commented on task <b>#42: Add pagination</b> on <b>Mobile App</b>`: HTML, and all that is filled in escaped. */
export function headline(item: InboxItem): string {
  const { subject, parent, message } = item;
  const verb = escapeHtml(verbOf(item));
  const title = `<b>${escapeHtml(targetTitleOf(item) ?? message)}</b>`;
  if (!subject) return `${verb} ${title}`;
  const place = parent ? ` on <b>${escapeHtml(parent.title)}</b>` : '';
  return `${verb} ${escapeHtml(typeWord(subject.type))} ${title}${place}`;
}

/** An event of another product, or of the host's own, says it in the last part of its name: `todo.created`. */
function verbOf({ type, reason, event }: InboxItem): string {
  if (reason === 'unassigned') return 'unassigned';
  return VERBS[type] ?? event.split('.').at(-1) ?? event;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
