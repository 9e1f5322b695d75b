import { didYouMean, list } from './file-problems-zh.ts';
import { problemsZh } from './problems-zh.ts';
import { namesZh } from './some-of.ts';
import type { Words } from './words.ts';

const unknown = (what: string, name: string, allowed: readonly string[], near: string | undefined) => ({
  what: `规划中没有${what}“${name}”`,
  help: `${didYouMean(near)}已知：${namesZh(allowed)}`,
});

const ANEW = '请用原报告重新生成：shanxi-plan check … --format json=file.json';

const kinds: Readonly<Record<string, string>> = {
  target: '目标',
  measure: '举措',
  task: '任务',
  indicator: '指标',
  region: '地区',
  commitment: '指标属性',
};

export const mistakesZh: Words['mistake'] = {
  'read-against-another': ({ file, plan }) => ({
    what: `${file} 是按另一个规划（或 ${plan} 的另一版本）读取的，而本次对照的是 ${plan}`,
    help: '请按本次对照的规划重新读取：名称、单位和口径都以该规划为准',
  }),
  'path-twice': ({ path }) => ({
    what: `有两个文件都叫“${path}”，无法分清数据出自哪一个`,
    help: '请为每个文件使用不同的路径，同一文件只给一次',
  }),
  'today-not-given': () => ({
    what: '设定中用了 today，但没有给出当天是哪一天',
    help: "请在设定之外给出日期：today: '2024-06-30'",
  }),
  'not-offered': ({ name, allowed }) => ({ what: `没有“${name}”`, help: `可用：${list(allowed)}` }),
  'no-such-target': ({ name, allowed, near }) => unknown('目标', name, allowed, near),
  'no-such-reading': ({ target, name, allowed, near }) =>
    allowed.length > 0
      ? unknown(` ${target} 的理解`, name, allowed, near)
      : { what: `规划中没有 ${target} 的理解“${name}”`, help: '该目标只有一种理解' },
  'no-such-region': ({ name, allowed, near }) => unknown('地区', name, allowed, near),
  'selects-nothing': ({ kind, name, allowed, near }) =>
    unknown(kind === undefined ? '目标、举措、任务、指标、地区或指标属性' : (kinds[kind] ?? kind), name, allowed, near),
  'requires-unknown': ({ name, allowed, near }) => unknown('目标、举措或指标', name, allowed, near),
  'several-things': ({ name, candidates }) => ({
    what: `“${name}”所指不止一项`,
    help: `请指定其一：${list(candidates)}`,
  }),
  'plan-without-target': ({ plan }) => ({ what: `规划 ${plan} 没有目标，无可判定` }),
  'region-without-target': ({ region, others }) => ({
    what: `规划没有为 ${region} 设定目标，无可判定`,
    help: `--region 可用的有目标的地区：${list(others)}`,
  }),
  'nothing-left': () => ({ what: '没有剩下可判定的目标', help: '请放宽 --only 或 --skip' }),
  'required-left-out': ({ name }) => ({
    what: `要求判定“${name}”，但 --only 或 --skip 排除了它`,
    help: '要求判定的目标必须参与判定',
  }),
  'required-not-set': ({ name, region }) => ({
    what: `要求判定“${name}”，但规划没有为${region === undefined ? '任何地区' : ` ${region} `}设定该目标`,
    help: '要求判定的目标必须参与判定',
  }),
  'since-unknown-target': ({ file, target }) => ({
    what: `${file} 记有 ${target} 的状况，而规划中没有该目标`,
    help: `请删除这一行，然后继续：shanxi-plan check … --since ${file} --update`,
  }),
  'since-out-of-time': ({ file, target, asOf }) => ({
    what: `${file} 所记 ${target} 的状况在 ${asOf} 不可能成立：规划中的期限与之不符`,
    help: `请删除这一行，并重新写出：shanxi-plan check … --since ${file} --update`,
  }),
  'since-of-another': ({ file, ofPlan, ofRegion, plan, region }) => ({
    what: `${file} 属于 ${ofRegion} 的规划 ${ofPlan}，而本次对照的是 ${region} 的规划 ${plan}`,
    help: `基准只属于一个规划和一个地区；请删除后重新写出：shanxi-plan check … --since ${file} --update`,
  }),
  'too-many-answers': ({ most }) => problemsZh['beyond-limit']({ limit: 'answers', most }),
  'nothing-in-force': ({ asOf }) => ({
    what: `${asOf} 没有生效的目标，无可判定`,
    help: '请用 --as-of 另选一天',
  }),
  'no-analysis': ({ file }) => ({ what: `${file} 不是分析结果`, help: ANEW }),
  'other-schema-version': ({ file, found, version }) => ({
    what: `${file} 的格式版本为 ${found}，本工具读取的版本为 ${version}`,
    help: ANEW,
  }),
  'damaged-analysis': ({ at, path, message }) => ({ what: `${at} 已损坏：${path}：${message}`, help: ANEW }),
  'contradicts-itself': ({ at, path, found, follows }) => {
    const is = found === undefined ? `缺少 ${path}` : `${path} 为 ${found}`;
    const why = follows === undefined ? '而它重复出现或无从得出' : `而应为 ${follows}`;
    return { what: `${at} 与其余内容矛盾：${is}，${why}`, help: ANEW };
  },
  'of-two-plans': ({ first, ofFirst, second, ofSecond }) => ({
    what: `${first} 属于规划 ${ofFirst}，${second} 属于规划 ${ofSecond}`,
    help: '请比较同一规划的两个分析结果',
  }),
  'nothing-to-compare': ({ file, asOf }) => ({
    what: `${file}：${asOf} 没有生效的目标，无可比较`,
    help: '请比较判定相同目标的两个分析结果',
  }),
  'several-targets': ({ name, targets }) => ({
    what: `“${name}”不是目标，而其下有多项目标`,
    help: `请指定其一：${list(targets)}`,
  }),
  'goal-not-set': ({ target, region, others }) => ({
    what: `规划没有为 ${region} 设定 ${target} 的目标值`,
    help: `已为其设定：${list(others)}`,
  }),
};
