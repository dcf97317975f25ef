/** The numbers in the inbox (seed 004, "Notification Types"); 8 and 9 are ours. */
export const NotificationType = {
  Assignment: 1,
  Comment: 2,
  LaneChange: 3,
  Mention: 4,
  ProjectMembership: 5,
  TeamMembership: 6,
  ReportCreated: 7,
  Direct: 8,
  Custom: 9,
} as const;
