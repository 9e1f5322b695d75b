// Starts the command line, from dist where the build puts it. What most runs need is one script; all else is another one,
// loaded when something of it is asked for. V8 compiles at each start, unless what it compiled was kept: in the user's
// cache folder, which nobody else may write to, because it is code. The first run leaves a mark there and nothing more, so
// that a machine that is used once pays for no cache; the second run writes it. A run of another command or format calls other
// functions: the second of each adds what it compiled.
const {
  constants,
  fstatSync,
  mkdirSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  fsyncSync,
  closeSync,
} = require('node:fs');
const path = require('node:path');

/** Of the scripts: the build writes it here. */
const BUNDLE = 'DIGEST';

/** Stands in the mark of a kind of runs once what they compile is kept. */
const KEPT = 'kept';

const folder = cacheFolder();
const loaded = new Map();
let script;
const scripts = [startScript()];

exports.commandLine = load('run.js');

/** The functions of one script, by the names of its parts. */
function startScript() {
  const file = path.join(__dirname, 'cli.cjs');
  if (folder === undefined) return require(file);
  const { Script } = require('node:vm');
  const kept = keptIn(folder);
  script = new Script(`(function (module) {${readFileSync(file, 'latin1')}\n})`, { filename: file, cachedData: kept });
  if (kept && !script.cachedDataRejected) folder.isKept = true;
  const own = { exports: {} };
  script.runInThisContext()(own);
  return own.exports;
}

function load(name) {
  const found = loaded.get(name);
  if (found) return found.exports;
  const make = scripts[0][name] ?? rest()[name];
  const part = { exports: {} };
  loaded.set(name, part);
  make(part.exports, ask, part, __dirname);
  return part.exports;
}

/** Its parts use names of the start, which that gives from then on. */
function rest() {
  if (!scripts[1]) {
    scripts[1] = require('./more.cjs');
    load('start.js').giveAll();
  }
  return scripts[1];
}

/** Parts by their names, packages that stand apart, and what Node has. */
function ask(name) {
  return name.startsWith('./') && name.endsWith('.js') ? load(name.slice(2)) : require(name);
}

/** Called at the end of a run. */
exports.keepCompiled = () => {
  if (folder === undefined || (folder.isKept && folder.marked === KEPT)) return;
  try {
    if (folder.marked === undefined) writeWhole(folder.mark, '');
    else if (script) {
      const compiled = script.createCachedData();
      writeWhole(folder.file, Buffer.concat([compiled, compiled]));
      writeWhole(folder.mark, KEPT);
    }
  } catch {
    // Without it the next start takes longer, and that is all.
  }
};

function writeWhole(file, content) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** V8 does not notice damage, so that it is kept twice: to compare takes a tenth of what it takes to load what makes digests. */
function keptIn({ file }) {
  const kept = bytesOf(file);
  if (!kept || kept.length === 0) return undefined;
  const compiled = kept.subarray(0, kept.length / 2);
  return compiled.equals(kept.subarray(kept.length / 2)) ? compiled : undefined;
}

/** Where what was compiled is kept, or would be; undefined where it must not or cannot be. */
function cacheFolder() {
  try {
    if (process.argv.includes('--no-compile-cache') || process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
    if (process.permission !== undefined) return undefined;
    const name = path.join(userCache(), 'shanxi-plan');
    // A home that is empty or begins in the working folder would have code come from where anything may lie.
    if (!path.isAbsolute(name)) return undefined;
    mkdirSync(name, { recursive: true, mode: 0o700 });
    if (!isOwn(name)) return undefined;
    const key = `${BUNDLE}-${process.version}-${process.arch}${flags()}`;
    const file = path.join(name, `${key}.bin`);
    const mark = path.join(name, `${key}${kindOfRun()}.used`);
    return { file, mark, marked: bytesOf(mark)?.toString(), isKept: false };
  } catch {
    return undefined;
  }
}

function userCache() {
  const { env, platform } = process;
  if (platform === 'win32') return env.LOCALAPPDATA ?? path.join(require('node:os').homedir(), 'AppData', 'Local');
  // As Node's own `homedir` asks it first; what that needs is loaded where it has to say more.
  const home = env.HOME ?? require('node:os').homedir();
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches');
  return path.isAbsolute(env.XDG_CACHE_HOME ?? '') ? env.XDG_CACHE_HOME : path.join(home, '.cache');
}

/** Nobody else may write into it: what lies there is run. */
function isOwn(name) {
  const stats = lstatSync(name);
  return stats.isDirectory() && isForUser(stats, 0o077);
}

function isForUser({ uid, mode }, refused) {
  const user = process.getuid?.();
  return user === undefined || (uid === user && (mode & refused) === 0);
}

/** What is called beside what every run calls depends on the command and its format. */
function kindOfRun() {
  const said = process.argv.slice(2).join(' ');
  const words = said.match(/^[a-z-]{1,20}|(?<=--format[ =])[a-z-]{1,20}/g);
  return words ? `-${words.join('-')}` : '';
}

/** V8 refuses what was compiled under other flags than its own: each set of them has a file. */
function flags() {
  const texts = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').trim();
  let hash = 0;
  for (let at = 0; at < texts.length; at++) hash = (hash * 31 + texts.charCodeAt(at)) | 0;
  return texts === '' ? '' : `-${(hash >>> 0).toString(36)}`;
}

/** By its own owner, as it was opened: what folders above are others' can be exchanged meanwhile. */
function bytesOf(file) {
  let descriptor;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    return stats.isFile() && isForUser(stats, 0o022) ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
