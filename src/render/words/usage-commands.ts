import { namesEn, namesZh } from './some-of.ts';
import { type ToldInEach, told } from './told.ts';
import { commas, meant, meantZh, type UnknownName } from './usage-flags.ts';

/* What is wrong with what single commands are given. */

export const usageOfCommands = {
  unknownChange: ({ name, allowed }: Omit<UnknownName, 'near'>): ToldInEach =>
    told(
      [`--fail-on: "${name}" is no change`, `known changes: ${commas(allowed)}`],
      [`--fail-on：“${name}”不是一种变化`, `已知变化：${allowed.join('、')}`],
    ),
  noPair: (flag: string, pair: string, example: string): ToldInEach =>
    told(
      [`${flag}: "${pair}" is not two names with = between them`, `for example ${flag} ${example}`],
      [`${flag}：“${pair}”不是用 = 连接的两个名称`, `例如 ${flag} ${example}`],
    ),
  notOneOf: ({ flag, name, near, allowed }: UnknownName & { readonly flag: string }): ToldInEach =>
    told(
      [
        `${flag}: "${name}" is none`,
        allowed.length === 0 ? 'the table leaves none to name' : `${meant(near)}known: ${commas(allowed)}`,
      ],
      [
        `${flag}：没有“${name}”`,
        allowed.length === 0 ? '表中没有可说明的名称' : `${meantZh(near)}已知：${allowed.join('、')}`,
      ],
    ),
  presetOfTables: (preset: string): ToldInEach =>
    told(
      ['--preset is of tables', `shanxi-plan schema tables --preset ${preset}`],
      ['--preset 只用于 tables', `请写：shanxi-plan schema tables --preset ${preset}`],
    ),
  planOfReport: (plan: string): ToldInEach =>
    told(
      ['--plan is of report', `shanxi-plan schema report --plan ${plan}`],
      ['--plan 只用于 report', `请写：shanxi-plan schema report --plan ${plan}`],
    ),
  noTable: (): ToldInEach =>
    told(
      ['--table: no table is named', 'name it as the engine does'],
      ['--table：没有写明表名', '请照数据库中的名称书写'],
    ),
  unknownColumn: ({ name, allowed }: Omit<UnknownName, 'near'>): ToldInEach =>
    told(
      [`--columns: no figure has "${name}"`, `known: ${commas(allowed)}`],
      [`--columns：数据没有“${name}”这一项`, `已知：${allowed.join('、')}`],
    ),
  columnNeeded: (column: string): ToldInEach =>
    told([`--columns: a table of figures needs "${column}"`], [`--columns：数据表需要有“${column}”`]),
  columnTwice: (column: string): ToldInEach =>
    told(
      [`--columns: "${column}" is named twice`, 'name each column once'],
      [`--columns：“${column}”写了两次`, '每列只写一次'],
    ),
  noDay: (flag: string, text: string): ToldInEach =>
    told(
      [`${flag}: "${text}" is no day`, 'write it as 2025-12-31'],
      [`${flag}：“${text}”不是日期`, '请写成 2025-12-31 的形式'],
    ),
  pageIsText: (): ToldInEach =>
    told(['the page of a code is a text', 'leave --format json out'], ['代码的说明是文字', '请去掉 --format json']),
  unknownCode: (code: string, near: string | undefined): ToldInEach =>
    told(
      [`no code is called "${code}"`, near === undefined ? 'docs/reference.md lists them' : `did you mean "${near}"?`],
      [`没有代码“${code}”`, near === undefined ? 'docs/reference.md 列有全部代码' : `是否指“${near}”？`],
    ),
  unknownTargetOrCode: ({ name, near, allowed }: UnknownName): ToldInEach =>
    told(
      [
        `the plan has no target "${name}", and no code is called so`,
        `${meant(near)}targets: ${namesEn(allowed)}; docs/reference.md lists the codes`,
      ],
      [
        `规划中没有目标“${name}”，也没有这个代码`,
        `${meantZh(near)}目标：${namesZh(allowed)}；代码见 docs/reference.md`,
      ],
    ),
  waiverNeeds: (flags: readonly string[]): ToldInEach =>
    told(
      [
        `a waiver needs ${commas(flags)}, too`,
        'for example --reason "moved to the next plan" --approver "provincial DRC" --document "No. 12 of 2025"',
      ],
      [
        `豁免还需要写明 ${flags.join('、')}`,
        '例如 --reason "顺延至下一规划" --approver "省发展改革委" --document "2025 年第 12 号"',
      ],
    ),
};
