// Checks one report, as most runs do, and keeps what V8 compiled for it. In a process of its own, started by the build.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const UNDECIDED = 3;

const { commandLine, keepCompiled } = createRequire(import.meta.url)('../../dist/start.cjs');
process.argv.splice(2, Infinity, 'check', 'fixtures/shanxi/2023-12-08-shanxi-daily.yaml');
assert.equal(await commandLine.run(), UNDECIDED);
keepCompiled();
