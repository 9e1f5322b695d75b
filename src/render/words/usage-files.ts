import { type InEach, type ToldInEach, told } from './told.ts';

/* What a run may not do with files, or cannot. */

const [OWN_FILE, OWN_FILE_ZH] = ['give it a file of its own', '请写入另外的文件'];
const [OWN_FOLDER, OWN_FOLDER_ZH] = ['give the outputs a folder of their own', '请为输出另设文件夹'];

export const usageOfFiles = {
  textTooLong: (): ToldInEach =>
    told(
      [
        'a text to be written is longer than 512 MB, the most that a program like this can hold',
        'judge less at once ("batch" by region, file or period, or fewer reports), or choose an output without all figures, such as "table"',
      ],
      [
        '要写出的文本超过 512 MB，本程序一次无法容纳',
        '请分批评价（batch 按地区、文件或时期，或减少报告），或选用不含全部数据的输出，如 table',
      ],
    ),
  liesInInput: (flag: string, shown: string, arg: string): ToldInEach =>
    told(
      [
        `${flag}: ${shown} lies in ${arg}`,
        'the next run would read its own outputs as reports: give them a folder elsewhere',
      ],
      [`${flag}：${shown} 位于 ${arg} 中`, '下次运行会把自己的输出当作报告读取：请把输出放在别处'],
    ),
  patternTooWide: (pattern: string, most: number): ToldInEach =>
    told(
      [
        `a pattern stands for too much: ${pattern}`,
        `all that its braces stand for may have ${most} signs: name a folder, or give several patterns`,
      ],
      [`通配模式所指过多：${pattern}`, `花括号展开后总长最多 ${most} 个字符：请给出文件夹，或分成几个模式`],
    ),
  tooManyPatterns: (count: number, most: number): ToldInEach =>
    told(
      [`${count} patterns of reports`, `at most ${most}: name the folders that hold them`],
      [`报告的通配模式有 ${count} 个`, `最多 ${most} 个：请给出所在的文件夹`],
    ),
  anybodysConfig: (file: string): ToldInEach =>
    told(
      [`anybody may put files where ${file} lies`, `if it is yours, name it: --config ${file}`],
      [`任何人都可以在 ${file} 所在之处放置文件`, `如果确是自己的文件，请指明：--config ${file}`],
    ),
  unseenConfig: (file: string, reason: string): ToldInEach =>
    told(
      [
        `whether ${file} is there cannot be seen: ${reason}`,
        'name the config with --config, or use none with --no-config',
      ],
      [`无法得知是否存在 ${file}：${reason}`, '请用 --config 指明配置文件，或用 --no-config 不使用'],
    ),
  misnamedConfig: (file: string, name: string): ToldInEach =>
    told([`${file} is not read`, `name the config file ${name}`], [`不读取 ${file}`, `配置文件请命名为 ${name}`]),
  twoOutputs: (file: string): ToldInEach =>
    told(
      [`two outputs would be written to ${file}`, 'give each its own file'],
      [`有两份输出要写入 ${file}`, '请分别写入不同文件'],
    ),
  takesThePlace: (file: string, other: string): ToldInEach =>
    told([`${file} would take the place of ${other}`, OWN_FILE], [`${file} 会覆盖 ${other}`, OWN_FILE_ZH]),
  cannotWrite: (file: string, reason: string): ToldInEach =>
    told(
      [`${file} cannot be written: ${reason}`, 'nothing was left behind; an existing file is unchanged'],
      [`无法写入 ${file}：${reason}`, '没有留下任何内容；原有文件未改动'],
    ),
  exists: (file: string): ToldInEach =>
    told([`${file} exists already`, 'name another file'], [`${file} 已存在`, '请另取文件名']),
  folderExists: (folder: string): ToldInEach =>
    told([`${folder} exists already`, 'name another folder'], [`${folder} 已存在`, '请另取文件夹名']),
  noForm: (file: string, formats: readonly string[]): ToldInEach =>
    told(
      [`${file} is no name of a form in ${formats.join(', ')}`, 'name another file'],
      [`${file} 不是 ${formats.join('、')} 表格的文件名`, '请另取文件名'],
    ),
  cannotRead: (file: string): ToldInEach => told([`${file} cannot be read`], [`无法读取 ${file}`]),
  noWaiverFile: (file: string): ToldInEach =>
    told(
      [`${file} is no waiver file`, 'it has a list under "waivers:"; shanxi-plan schema waivers'],
      [`${file} 不是豁免文件`, '豁免文件在 waivers: 下有一个列表；参见 shanxi-plan schema waivers'],
    ),
  notChecked: (name: string): ToldInEach =>
    told([`${name} could not be checked`, 'see the problems above'], [`无法检查 ${name}`, '见上列问题']),
};

/** Files of an earlier analysis. */
export const usageOfKept = {
  noWholeAnalysis: (name: string): ToldInEach =>
    told([`${name} is what --update wrote, no whole analysis`], [`${name} 是 --update 写出的基准，不是完整的分析结果`]),
  standsTwice: (place: string, target: string): ToldInEach =>
    told([`${place}: ${target} stands in it twice`], [`${place}：${target} 在其中出现两次`]),
  saysNothing: (name: string): ToldInEach =>
    told([`${name} says of no target how it stood`], [`${name} 没有写明任何目标当时的状况`]),
  cannotRead: (): ToldInEach => told(['the file cannot be read'], ['文件无法读取']),
};

const anew = 'shanxi-plan check … --format json=file.json';
const update = (name: string) => `shanxi-plan check … --since ${name} --update`;

/** What to do where such a file is not there, and where something is wrong with it. */
export const waysOut = {
  writeAnalysis: (): InEach => ({ en: `write one with: ${anew}`, zh: `请先生成：${anew}` }),
  makeAnew: (): InEach => ({ en: `make it anew from its reports: ${anew}`, zh: `请用原报告重新生成：${anew}` }),
  writeSince: (name: string): InEach => ({ en: `write it with: ${update(name)}`, zh: `请先生成：${update(name)}` }),
  deleteSince: (name: string): InEach => ({
    en: `delete it and write it anew: ${update(name)}`,
    zh: `请删除后重新生成：${update(name)}`,
  }),
};

/** The folder of a batch. */
export const usageOfBatch = {
  cannotWrite: (file: string, reason: string): ToldInEach =>
    told(
      [`${file} cannot be written: ${reason}`, 'what was written before it is whole; --resume goes on'],
      [`无法写入 ${file}：${reason}`, '此前写出的内容完整；可用 --resume 继续'],
    ),
  threadLost: (reason: string): ToldInEach =>
    told(
      [
        `a thread of the batch could not start, or ended: ${reason}`,
        'what was written before it is whole; --workers 0 does without threads, --resume goes on',
      ],
      [`批处理的一个线程未能启动或已结束：${reason}`, '此前写出的内容完整；--workers 0 不用线程，--resume 可继续'],
    ),
  cannotMakeFolder: (folder: string, reason: string): ToldInEach =>
    told(
      [`${folder} cannot be made: ${reason}`, 'give the outputs another folder with --output-dir'],
      [`无法建立 ${folder}：${reason}`, '请用 --output-dir 另行指定输出文件夹'],
    ),
  folderIsLink: (folder: string, target: string): ToldInEach =>
    told(
      [`${folder} is a link to ${target}`, 'delete it: a run keeps a folder of its own there'],
      [`${folder} 是指向 ${target} 的链接`, '请删除：运行时要在此处建立自己的文件夹'],
    ),
  anotherWrites: (pid: number, folder: string): ToldInEach =>
    told(
      [
        `another batch writes there${pid === 0 ? '' : `: process ${pid}`}`,
        `wait for it, or delete ${folder} if there is none`,
      ],
      [`另一个 batch 正在写入该处${pid === 0 ? '' : `：进程 ${pid}`}`, `请等待其结束；若并无此进程，请删除 ${folder}`],
    ),
  takenAway: (folder: string): ToldInEach =>
    told(
      [
        `${folder} was taken away while the batch ran`,
        'what it wrote may be mixed with what another wrote: run it again',
      ],
      [`batch 运行期间 ${folder} 被移走`, '写出的内容可能与其他运行的混在一起：请重新运行'],
    ),
  liesInWorkFolder: (name: string, folder: string): ToldInEach =>
    told(
      [`${name} lies in ${folder}`, 'that folder goes with the end of the run'],
      [`${name} 位于 ${folder} 中`, '该文件夹在运行结束时删除'],
    ),
  inputInOutputs: (file: string, folder: string): ToldInEach =>
    told(
      [`--output-dir: ${file} lies in ${folder}`, OWN_FOLDER],
      [`--output-dir：${file} 位于 ${folder} 中`, OWN_FOLDER_ZH],
    ),
  takesThePlace: (output: string, other: string): ToldInEach =>
    told(
      [`the output ${output} would take the place of ${other}`, OWN_FOLDER],
      [`输出 ${output} 会覆盖 ${other}`, OWN_FOLDER_ZH],
    ),
  leavesByLink: (output: string, folder: string): ToldInEach =>
    told(
      [`the output ${output} would leave ${folder} through a link`, 'give the outputs a folder without links'],
      [`输出 ${output} 会经由链接写到 ${folder} 之外`, '请为输出另设不含链接的文件夹'],
    ),
  damagedJournal: (place: string): ToldInEach =>
    told(
      [`${place} is damaged: no batch notes a group so`, 'run it without --resume'],
      [`${place} 已损坏：batch 不会这样记录`, '请去掉 --resume 重新运行'],
    ),
  lostFigures: (file: string, reason: InEach): ToldInEach =>
    told(
      [
        `${file} cannot be read: ${reason.en}`,
        'something took away what waited there to be judged: run the batch again',
      ],
      [`无法读取 ${file}：${reason.zh}`, '待评价的内容被移走：请重新运行 batch'],
    ),
  bytesThere: (found: number, size: number): InEach => ({
    en: `${found} of ${size} bytes are there`,
    zh: `应有 ${size} 字节，实有 ${found} 字节`,
  }),
};
