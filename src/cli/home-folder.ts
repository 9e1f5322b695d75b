import { homedir, userInfo } from 'node:os';
import path from 'node:path';

/** Where HOME says nothing, or nothing of use, the home that the system knows; none where it knows none. */
export function homeFolder(): string {
  try {
    const home = homedir();
    return path.isAbsolute(home) ? home : userInfo().homedir;
  } catch {
    return '';
  }
}
