/** What a role may allow, and what it means; an admin may do all of it. */
export const PERMISSIONS = {
  'issues.read': 'Read the issues of the projects that one is a member of',
  'issues.write': 'Make, change and comment on issues there',
  'reports.read': 'Read the reports there',
  'reports.write': 'Make reports there',
  'projects.write': 'Make projects, and add and remove the members of those one is in',
  'teams.write': 'Make, rename and delete teams, and add and remove their members',
  'notifications.update': 'Mark own notifications as read, seen or archived',
  'notifications.delete': 'Delete own notifications',
  'notifications.create': 'Notify others (Directus)',
  'notifications.manage': 'Read and change the notifications of others (Directus)',
  'users.manage': 'Manage users, roles, tokens and teams, and read the audit; admins are out of its reach',
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as [Permission, ...Permission[]];
