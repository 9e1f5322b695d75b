import { ASKS_FOR_ID, IDS, type Offers, quoted } from './offers.ts';

const list = (words: readonly string[]): string => words.map(quoted).join(' ');

/** The path so far, and the plan that is named: the same lines in bash and in zsh. */
const pathLines = ({ paths }: Offers, word: string, next: string): string[] => [
  `    case "$at/${word}" in`,
  ...paths.map(path => {
    const words = path.split(' ');
    return `      ${quoted(`${words.slice(0, -1).join(' ')}/${words.at(-1)}`)}) at=${quoted(path)} ;;`;
  }),
  '    esac',
  `    if [[ ${word} == --plan ]]; then plan=${next}; fi`,
];

/** What is offered where: by the flag before, then by the path. */
const offerLines = ({ words, values }: Offers): string[] => [
  '  case "$at/$prev" in',
  ...values.map(({ at, flag, choices }) => `    ${quoted(`${at}/${flag}`)}) offer=(${list(choices)}); isValue=1 ;;`),
  '  esac',
  '  if [[ $isValue == 0 && $cur == -* ]]; then',
  '    case "$at" in',
  ...words.map(({ at, flags }) => `      ${quoted(at)}) offer=(${list(flags)}) ;;`),
  '    esac',
  '  elif [[ $isValue == 0 ]]; then',
  '    case "$at" in',
  ...words.flatMap(({ at, commands }) =>
    commands.length > 0 ? [`      ${quoted(at)}) offer=(${list(commands)}) ;;`] : [],
  ),
  `      ${quoted(ASKS_FOR_ID)}) while IFS= read -r word; do offer+=("$word"); done < <(${IDS} "\${plan:-}" 2>/dev/null) ;;`,
  '    esac',
  '  fi',
];

/** A script for bash 3.2 and newer; files are completed by bash itself where nothing is offered. */
export const bash = (offers: Offers): string =>
  [
    '# bash completion for shanxi-plan: what was typed is compared, and never run',
    '_shanxi_plan() {',
    `  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at= plan= word i isValue=0`,
    '  local offer=()',
    '  COMPREPLY=()',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    `    word=\${COMP_WORDS[i]}`,
    ...pathLines(offers, '$word', `\${COMP_WORDS[i+1]}`),
    '  done',
    ...offerLines(offers),
    `  for word in \${offer[@]+"\${offer[@]}"}; do`,
    '    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$word"); fi',
    '  done',
    '}',
    'complete -o bashdefault -o default -F _shanxi_plan shanxi-plan',
    '',
  ].join('\n');

/** A script for zsh, as a file `_shanxi-plan` of its fpath or sourced. */
export const zsh = (offers: Offers): string =>
  [
    '#compdef shanxi-plan',
    '# zsh completion for shanxi-plan: what was typed is compared, and never run',
    '_shanxi_plan() {',
    `  local cur=\${words[CURRENT]} prev=\${words[CURRENT-1]} at= plan= word i isValue=0`,
    '  local -a offer',
    '  for ((i = 2; i < CURRENT; i++)); do',
    `    word=\${words[i]}`,
    ...pathLines(offers, '$word', `\${words[i+1]}`),
    '  done',
    ...offerLines(offers),
    `  if (( \${#offer} )); then compadd -a offer; else _files; fi`,
    '}',
    `if [[ \${funcstack[1]} == _shanxi-plan ]]; then _shanxi_plan "$@"; else compdef _shanxi_plan shanxi-plan; fi`,
    '',
  ].join('\n');
