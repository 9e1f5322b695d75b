import { distinct } from '../../values/repeated.ts';
import { ASKS_FOR_ID, IDS, type Offers } from './offers.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const list = (words: readonly string[]): string => `@(${words.map(quoted).join(', ')})`;

/** Words are taken as they were typed, never as what they would mean; where nothing is offered, files are. */
export const powershell = ({ paths, words, values }: Offers): string =>
  [
    '# PowerShell completion for shanxi-plan',
    'Register-ArgumentCompleter -Native -CommandName shanxi-plan -ScriptBlock {',
    '  param($wordToComplete, $commandAst, $cursorPosition)',
    `  $paths = ${list(paths)}`,
    '  $commands = @{',
    ...words.flatMap(({ at, commands }) => (commands.length > 0 ? [`    ${quoted(at)} = ${list(commands)}`] : [])),
    '  }',
    '  $flags = @{',
    ...words.map(({ at, flags }) => `    ${quoted(at)} = ${list(flags)}`),
    '  }',
    '  $values = @{',
    // Its keys are the same in capitals.
    ...distinct(values, ({ at, flag }) => `${at}/${flag}`.toLowerCase()).map(
      ({ at, flag, choices }) => `    ${quoted(`${at}/${flag}`)} = ${list(choices)}`,
    ),
    '  }',
    '  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })',
    "  $at = ''",
    '  foreach ($word in $typed) {',
    '    $longer = "$at $word".Trim()',
    '    if ($paths -ccontains $longer) { $at = $longer }',
    '  }',
    '  $before = if ($typed.Count -gt 0) { $typed[-1] } else { "" }',
    '  $offer = if ($values.ContainsKey("$at/$before")) { $values["$at/$before"] }',
    '    elseif ($wordToComplete.StartsWith("-")) { $flags[$at] }',
    `    elseif ($at -ceq ${quoted(ASKS_FOR_ID)}) { ${IDS} "" 2>$null }`,
    '    else { $commands[$at] }',
    '  $offer | Where-Object { $_ -and $_.StartsWith($wordToComplete) } | ForEach-Object {',
    "    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)",
    '  }',
    '}',
    '',
  ].join('\n');
