import path from 'node:path';

/**
 * Where HOME says nothing, or nothing of use, the home that the system knows; none where it knows none. Node's module for
 * that is loaded only where HOME does not do.
 */
export async function homeFolder(): Promise<string> {
  const { HOME = '' } = process.env;
  if (process.platform !== 'win32' && path.isAbsolute(HOME)) return HOME;
  try {
    const { homedir, userInfo } = await import('node:os');
    const home = homedir();
    return path.isAbsolute(home) ? home : userInfo().homedir;
  } catch {
    return '';
  }
}
