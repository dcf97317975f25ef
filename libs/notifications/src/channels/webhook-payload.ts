import type { ChannelDelivery } from './notification-channel.js';

/** The body: `type`, `timestamp` and `data` as Standard Webhooks recommends; what the inbox says, and what happened. */
export function webhookPayload(delivery: ChannelDelivery) {
  const { event, reason, recipient, notificationId, threadId, scope } = delivery;
  const { actor, subject, parent, params, occurredAt } = event.occurrence;
  const { message, body } = event.toInbox(reason);
  return {
    type: event.kind.eventName,
    timestamp: occurredAt?.toISOString(),
    data: {
      tenant_id: scope.tenantId,
      notification_id: notificationId,
      thread_id: threadId,
      recipient: { id: recipient.id, name: recipient.name },
      reason,
      message,
      body,
      actor: actor && { id: actor.id, name: actor.name },
      subject,
      parent: parent ?? null,
      params,
    },
  };
}
