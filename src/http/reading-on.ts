/** For how long what is refused is still read, in milliseconds: until it is silent for a while, and no longer than so. */
export const READS_ON = { silence: 250, atMost: 5_000 };
