/**
 * A plain-text message of SARIF (§3.11.5, §3.11.6): braces would be placeholders, and brackets before a parenthesis a
 * link.
 */
export function escapeSarifMessage(text: string): string {
  const doubled = text.replace(/[{}]/g, '$&$&');
  return doubled.includes('](') ? doubled.replace(/[[\]\\]/g, '\\$&') : doubled;
}
