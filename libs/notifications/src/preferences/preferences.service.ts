import { Injectable } from '@nestjs/common';
import { type NotificationPreferences, PREFERENCE_FLAGS } from '../domain/preference-flags.js';
import type { Work } from '../persistence/unit-of-work.js';

const COLUMNS = PREFERENCE_FLAGS.join(', ');

/** The nine switches of a person. Who never set them has them all on. */
@Injectable()
export class PreferencesService {
  async of(work: Work, userId: number): Promise<NotificationPreferences> {
    const [row] = await work.rows<NotificationPreferences>(
      `SELECT ${COLUMNS} FROM notification_preferences WHERE tenant_id = $1 AND user_id = $2`,
      [work.scope.tenantId, userId],
    );
    const on = PREFERENCE_FLAGS.map((flag) => [flag, true]);
    return row ?? (Object.fromEntries(on) as NotificationPreferences);
  }

  async set(work: Work, userId: number, preferences: NotificationPreferences): Promise<void> {
    await work.change(
      `INSERT INTO notification_preferences (tenant_id, user_id, ${COLUMNS})
       VALUES ($1, $2, ${PREFERENCE_FLAGS.map((_, index) => `$${index + 3}`).join(', ')})
       ON CONFLICT (tenant_id, user_id) DO UPDATE SET
       ${PREFERENCE_FLAGS.map((flag) => `${flag} = excluded.${flag}`).join(', ')}`,
      [work.scope.tenantId, userId, ...PREFERENCE_FLAGS.map((flag) => preferences[flag])],
    );
  }
}
