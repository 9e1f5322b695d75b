/* What is wrong with a flag, as commander finds it, in Chinese. */

/** After what is wrong. */
export const seeHelpZh = '参见 --help';

type Said = readonly [pattern: RegExp, zh: (...parts: string[]) => string];

/** What commander finds wrong with a command line. */
export const flagErrorsZh: readonly Said[] = [
  [/^unknown option '(-o|--out\w*)'$/, flag => `没有选项“${flag}”；写入文件请用 --format <格式>=<文件>`],
  [/^unknown option '(.*)'$/, flag => `没有选项“${flag}”`],
  [/^option '(.*)' argument missing$/, flag => `选项“${flag}”后缺少内容`],
  [/^required option '(.*)' not specified$/, flag => `缺少必需的选项“${flag}”`],
  [/^missing required argument '(.*)'$/, name => `缺少参数“${name}”`],
  [
    /^option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/,
    (flag, given, allowed) => `选项“${flag}”不接受“${given}”；可选：${allowed}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\.$/,
    (given, name, allowed) => `参数“${name}”不接受“${given}”；可选：${allowed}`,
  ],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)(?:: (.*?))?\.$/,
    (_command, expected, got) => `参数过多：应有 ${expected} 个，给出了 ${got} 个`,
  ],
  [/^unknown command '(.*)'$/, name => `没有命令“${name}”`],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, names => `（是否指 ${names}？）`],
];
