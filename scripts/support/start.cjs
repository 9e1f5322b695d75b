// Starts the command line, from dist where the build puts it: the bundle and, where this very Node made the build, what V8
// compiled of it then. V8 refuses what another version of itself compiled, and compiles anew. It does not notice damage, nor
// another source of the same length, so a digest of both stands before what it compiled.
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { Script } = require('node:vm');

const filename = path.join(__dirname, 'cli.cjs');
const compiledFile = path.join(__dirname, `cli-${process.version}-${process.platform}-${process.arch}.bin`);
const DIGEST_BYTES = 32;

const source = readFileSync(filename);
const script = new Script(source.toString('latin1'), { filename, cachedData: compiledBefore() });
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, require, bundle, filename, __dirname);

exports.commandLine = bundle.exports;

/** Keeps what has been compiled up to now: called by the build, after a run. */
exports.keepCompiled = () => {
  const compiled = script.createCachedData();
  writeFileSync(compiledFile, Buffer.concat([digestWith(compiled), compiled]));
};

function compiledBefore() {
  const kept = bytesOf(compiledFile);
  const compiled = kept?.subarray(DIGEST_BYTES);
  return compiled && digestWith(compiled).equals(kept.subarray(0, DIGEST_BYTES)) ? compiled : undefined;
}

function digestWith(compiled) {
  return createHash('sha256').update(source).update(compiled).digest();
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
