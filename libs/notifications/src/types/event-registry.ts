import { Injectable } from '@nestjs/common';
import type { Occurrence } from '../domain/occurrence.js';
import { CustomEvent } from './custom-event.js';
import { DirectMessage } from './direct-message.js';
import { requireEventClass } from './event-class.js';
import { IssueAssigned } from './issue-assigned.js';
import { IssueCommented } from './issue-commented.js';
import { IssueMoved } from './issue-moved.js';
import type { NotificationEvent, NotificationEventClass } from './notification-event.js';
import { ProjectMemberAdded } from './project-member-added.js';
import { ReportCreated } from './report-created.js';
import { TeamMemberAdded } from './team-member-added.js';

export const BUILT_IN_EVENTS: readonly NotificationEventClass[] = [
  IssueAssigned,
  IssueCommented,
  IssueMoved,
  ProjectMemberAdded,
  TeamMemberAdded,
  ReportCreated,
  DirectMessage,
  CustomEvent,
];

/** Every event class by the name that is stored with its events: the built-in ones and the host's own. */
@Injectable()
export class EventRegistry {
  private readonly byName = new Map<string, NotificationEventClass>();

  constructor(hostEvents: readonly NotificationEventClass[]) {
    hostEvents.forEach(requireEventClass);
    for (const kind of [...BUILT_IN_EVENTS, ...hostEvents]) {
      if (this.byName.has(kind.eventName)) {
        throw new Error(`Two notification events are named "${kind.eventName}"; rename one of them.`);
      }
      this.byName.set(kind.eventName, kind);
    }
  }

  all(): NotificationEventClass[] {
    return [...this.byName.values()];
  }

  kindNamed(name: string): NotificationEventClass {
    const kind = this.byName.get(name);
    if (!kind) {
      throw new Error(`No notification event is named "${name}": register its class in forRoot({ events }).`);
    }
    return kind;
  }

  /** The class that outside events of this name become: one that says what its payload is. */
  openTo(name: string): NotificationEventClass | undefined {
    const kind = this.byName.get(name);
    return kind?.payload && kind;
  }

  /** Without its constructor, which may take whatever the event is made of when it happens. */
  revive(name: string, occurrence: Occurrence): NotificationEvent {
    const event = Object.create(this.kindNamed(name).prototype) as NotificationEvent;
    return Object.assign(event, { occurrence });
  }
}
