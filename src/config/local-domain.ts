/** Names that never leave this machine (RFC 6761). */
export function isLocal(domain: string): boolean {
  return domain === 'localhost' || domain.endsWith('.localhost');
}
