// Installs LibreOffice, which no package of npm brings, where Debian's package can be had. Where not it says so, and the
// tests that need it are skipped.
import { spawnSync } from 'node:child_process';

const PACKAGE = 'libreoffice-calc-nogui';
const runs = (command, ...args) => spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...QUIET } });
const QUIET = { DEBIAN_FRONTEND: 'noninteractive' };
const isThere = () => ['soffice', 'libreoffice'].some(name => runs(name, '--version').status === 0);

if (!isThere()) {
  const reason = install();
  if (!isThere()) console.log(`LibreOffice is not here and cannot be installed, its tests are skipped: ${reason}`);
}

/** What kept it from being installed. */
function install() {
  if (runs('apt-get', '--version').status !== 0) return `there is no apt-get; install ${PACKAGE} by hand`;
  if (process.getuid?.() !== 0) return `only root may: apt-get install ${PACKAGE}`;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', PACKAGE]]) {
    const { status, stderr } = runs('apt-get', ...args);
    if (status !== 0) return `apt-get ${args[0]}: ${stderr.trim().split('\n').at(-1)}`;
  }
  return 'it does not start';
}
