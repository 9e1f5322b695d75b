#!/usr/bin/env node
// CommonJS, because node starts it sooner than a module; --version needs no more than this file.
const isVersion = process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2]);
if (isVersion) process.stdout.write(`${require('../package.json').version}\n`);
else start().catch(cannotStart);

async function start() {
  process.exitCode = await require('../dist/start.cjs').commandLine.run();
}

// Node would end with 1, which means that a target fails. Where the working folder was deleted, nothing can be checked.
function cannotStart({ message, syscall }) {
  const isFolderGone = syscall === 'uv_cwd';
  process.stderr.write(`shanxi-plan cannot start: ${isFolderGone ? 'the working folder is not there' : message}\n`);
  process.exitCode = isFolderGone ? 2 : 70;
}
