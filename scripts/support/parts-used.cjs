// Runs the built command line and says at the end, on the last line of standard error, which of its parts it needed.
const { commandLine, partsUsed } = require('../../dist/start.cjs');

commandLine.run().then(code => {
  process.exitCode = code;
  process.stderr.write(`${partsUsed().join(' ')}\n`);
});
