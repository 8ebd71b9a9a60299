import { legible } from '@backproof/core';

/** Untrusted text as a message without placeholders or links. @source SARIF 2.1.0, 3.11.5 and 3.11.6 */
export function messageText(text: string): string {
  return legible(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
