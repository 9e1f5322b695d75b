// The file of a name changes when it is opened, after it was found.
const fs = require('node:fs');
const changes = {
  vanishes: file => fs.unlinkSync(file),
  'is cut': file => fs.truncateSync(file, 20),
  grows: file => fs.appendFileSync(file, '# more\n'.repeat(100)),
  'becomes a folder': file => {
    fs.unlinkSync(file);
    fs.mkdirSync(file);
  },
};
let isDone = false;
const change = file => {
  if (isDone || !String(file).endsWith(process.env.CHANGED)) return;
  isDone = true;
  changes[process.env.CHANGE](file);
};
for (const [module, names] of [
  [fs.promises, ['open', 'readFile']],
  [fs, ['openSync', 'readFileSync']],
])
  for (const name of names) {
    const before = module[name];
    module[name] = (file, ...rest) => {
      change(file);
      return before(file, ...rest);
    };
  }
