/** What is unread is counted up to this: more is a full badge, whatever the number. */
export const COUNT_CAP = 99;
