/** The nine switches of a person, in the order of the seed (004, "Update Notification Preferences"). */
export const PREFERENCE_FLAGS = [
  'auto_watch_on_create',
  'auto_watch_on_assigned',
  'auto_watch_on_commented',
  'notify_mentions',
  'notify_assignment',
  'notify_project_membership',
  'notify_team_membership',
  'notify_watched_activity_email',
  'notify_report_activity_email',
] as const;

export type PreferenceFlag = (typeof PREFERENCE_FLAGS)[number];
export type AutoWatchFlag = Extract<PreferenceFlag, `auto_watch_${string}`>;
export type MailFlag = Extract<PreferenceFlag, `notify_${string}`>;
export type NotificationPreferences = Readonly<Record<PreferenceFlag, boolean>>;
