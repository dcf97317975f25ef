export type { Caller, SenderApp } from './domain/caller.js';
export {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyRequestsError,
  UnauthenticatedError,
} from './domain/errors.js';
export { idIn } from './domain/id.js';
export type { Actor, Json, Occurrence, Params, Told } from './domain/occurrence.js';
export { type NotificationPreferences, PREFERENCE_FLAGS } from './domain/preference-flags.js';
export type { AccessGate, Subject, SubjectRef } from './domain/subject.js';
export type { TenantScope } from './domain/tenant-scope.js';
export type { WorkKind } from './domain/work-queue.js';
export { HostRelations } from './persistence/host-relations.js';
export { NOTIFICATION_MIGRATIONS } from './persistence/notification-migrations.js';
export { protectTenantTable, SWEEPER_ROLE, TENANT_ROLE, TENANT_SETTING } from './persistence/tenant-table.js';
export type { Receipt } from './persistence/record-events.js';
export { UnitOfWork, Work } from './persistence/unit-of-work.js';
export {
  type InboxContent,
  type MailContent,
  NotificationEvent,
  type NotificationEventClass,
} from './types/notification-event.js';
export { NotificationType } from './domain/notification-type.js';
export type { Sentence, Voice, Voices } from './types/voice.js';
export { CustomEvent } from './types/custom-event.js';
export { DirectMessage } from './types/direct-message.js';
export { IssueAssigned } from './types/issue-assigned.js';
export { IssueCommented } from './types/issue-commented.js';
export { IssueMoved } from './types/issue-moved.js';
export { ProjectMemberAdded } from './types/project-member-added.js';
export { ReportCreated } from './types/report-created.js';
export { TeamMemberAdded } from './types/team-member-added.js';
export {
  NOTIFICATION_SENDING,
  NotificationSending,
  OnNotificationSending,
} from './dispatch/notification-sending.js';
export { Notifier } from './dispatch/notifier.js';
export type { InboxActor, InboxItem } from './inbox/inbox-item.js';
export { type InboxCounts, type InboxPage, type InboxQuery, InboxReader } from './inbox/inbox-reader.js';
export { type InboxChange, InboxWriter } from './inbox/inbox-writer.js';
export { type Thread, type ThreadPage, ThreadReader } from './inbox/thread-reader.js';
export { type IssueRef, WatchingService } from './watching/watching.service.js';
export { PeopleService } from './people/people.service.js';
export { PreferencesService } from './preferences/preferences.service.js';
export {
  NOTIFICATION_FAILED,
  NOTIFICATION_SENT,
  type NotificationFailed,
  type NotificationSent,
} from './announcing/announcements.js';
export {
  type ChannelDelivery,
  ChannelFailure,
  type ChannelFailureKind,
  type ChannelRecipient,
  NotificationChannel,
} from './channels/notification-channel.js';
export { WebhookChannel } from './channels/webhook-channel.js';
export { type WebhookEndpoint, WebhookEndpoints } from './channels/webhook-endpoints.js';
export { type DeadEvent, DeadEvents } from './dispatch/dead-events.js';
export { type DeadLetter, DeadLetters, type DeliveryKey } from './delivery/dead-letters.js';
export { CaptureMailTransport } from './delivery/capture-mail-transport.js';
export { MailSwitch } from './delivery/mail-switch.js';
export { MailFailure, MailTransport, type OutgoingMail } from './delivery/mail-transport.js';
export type { Audience, NamedRecipient, Reason } from './domain/audience.js';
export type { Language } from './domain/language.js';
export { type Mailbox, mailboxOf } from './delivery/mailbox.js';
export { type DkimKey, MailerMailTransport } from './delivery/mailer-mail-transport.js';
export { type TenantSite, TenantSites } from './delivery/tenant-sites.js';
export { Backlog, type Waiting } from './metrics/backlog.js';
export {
  CLOSED_REASONS,
  type ClosedReason,
  DEAD_REASONS,
  type DeadReason,
  FAILED_REASONS,
  type FailedReason,
  type FannedOut,
  NotificationMetrics,
} from './metrics/notification-metrics.js';
export { CurrentPerson, type Person } from './http/current-caller.decorator.js';
export { type ErrorAnswer, type ErrorShape, ErrorShapes } from './http/error-shapes.js';
export { ErrorFilter } from './http/error.filter.js';
export { openApiSchema } from './http/openapi-schema.js';
export { type Failure, failureOf } from './http/failure.js';
export { pathOf } from './http/path-of.js';
export { presentedToken, type TokenPlace } from './http/presented-token.js';
export { queryInteger } from './http/query-integer.js';
export { PUBLIC_ROUTE, PublicRoute } from './http/public-route.decorator.js';
export { Requires } from './http/requires.decorator.js';
export { TokenPlaces } from './http/token-places.js';
export { storableText } from './types/storable-text.js';
export { IntakeModule } from './intake/intake.module.js';
export { type KnownSubject, Subjects } from './persistence/subjects.js';
export { NotificationsModule } from './notifications.module.js';
export type {
  NotificationsModuleAsyncOptions,
  NotificationsModuleOptions,
  NotificationsModuleSettings,
} from './notifications-module-options.js';
