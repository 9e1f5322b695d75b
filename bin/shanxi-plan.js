#!/usr/bin/env node
// CommonJS, because node starts it sooner than a module; --version needs no more than this file.
const isVersion = process.argv.length === 3 && ['--version', '-V'].includes(process.argv[2]);
if (isVersion) process.stdout.write(`${require('../package.json').version}\n`);
else start().catch(cannotStart);

async function start() {
  const { commandLine, keepCompiled } = require('../dist/start.cjs');
  process.exitCode = await commandLine.run();
  keepCompiled();
}

// Node would end with 1, which means that a target fails.
function cannotStart(error) {
  process.stderr.write(`shanxi-plan cannot start: ${error.message}\n`);
  process.exitCode = 70;
}
