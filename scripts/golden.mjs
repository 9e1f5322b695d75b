// Writes the golden files anew; read the difference before it is committed.
import { runNode, toolPath } from './support/node.mjs';

const { status } = runNode([toolPath('vitest'), 'run', '--project', 'short', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_GOLDEN: '1' },
});
process.exitCode = status ?? 1;
