import { MailSwitch, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';

/** `users.email_notifications`, the same that the profile shows. */
@Injectable()
export class AccountMailSwitch extends MailSwitch {
  async turnOff(work: Work, userId: number): Promise<void> {
    await work.change('UPDATE users SET email_notifications = false WHERE tenant_id = $1 AND id = $2', [
      work.scope.tenantId,
      userId,
    ]);
  }
}
