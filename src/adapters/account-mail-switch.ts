import { MailSwitch, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { UsersService } from '../accounts/users.service.js';

/** `users.email_notifications`, the same that the profile shows. */
@Injectable()
export class AccountMailSwitch extends MailSwitch {
  constructor(private readonly users: UsersService) {
    super();
  }

  turnOff(work: Work, userId: number): Promise<void> {
    return this.users.change(work, userId, { emailNotifications: false });
  }
}
