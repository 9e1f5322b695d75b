import { modeline } from '../modeline.ts';
import type { Lang } from './words.ts';

/** A plan of one target, made up, with a word on each key: what somebody who writes a plan of their own begins with. */
export const planTemplate: Readonly<Record<Lang, (id: string) => string>> = {
  en: id => `${modeline('plan')}
# A plan of one target, MADE UP: put the words and numbers of your document in the place of these.
# shanxi-plan plan lint says what is still vague, and shanxi-plan explain <code> what its words mean.
plan: ${id}                             # the id by which reports name this plan
title: { en: Charging points (an example), zh: 充电桩（示例） }
period: { from: 2026-01-01, to: 2030-12-31 }
sources:                                # the documents from which all this is known
  outline: { publisher: An office, title: An outline, published: 2026-03-01 }
indicators:
  charging-points:                      # the id by which figures name it; titles and aliases do as well
    title: { en: Public charging points, zh: 公共充电桩 }
    aliases: [充电桩数]
    unit: { en: point, zh: 个 }
    kind: stock                         # stock: on a day; flow: within a time; or share, level, growth, event
    whole: true                         # counted one by one
    monotone: false                     # true where it only rises: an older figure is then a lower bound today
    counts: { in-service: same, built: whole } # what a figure may count, seen from what the target means: same, part, whole, other
    plausible: { min: 0, max: "1,000,000" } # beyond it a figure is taken for a slip
    fresh_for: 12 months                # how long a figure says something of the present
tasks:
  - id: charging                        # a task holds measures, or other tasks
    level: strategic
    title: { en: Charging network, zh: 充电网络 }
    named: stated                       # stated in a source, or inferred by you
    source: [outline]
    measures:
      - id: build-points
        title: { en: Build public charging points, zh: 建设公共充电桩 }
        targets:                        # a measure without a number has none: coverage stays honest
          - id: points-2030
            indicator: charging-points
            at_least: 12,000            # or at_most, above, below, exactly, about, between, increase, hold_at_least …
            by: 2030-12-31
            wording: at least 12,000    # as the document has it
            baseline: { value: "4,000", as_of: 2025-12-31, counts: in-service, source: outline }
            commitment: anticipatory    # binding, anticipatory, aspirational or unstated
            certainty: stated           # stated, paraphrased or inferred
            source: [outline]
`,
  zh: id => `${modeline('plan')}
# 只有一项目标的规划，内容为虚构：请换成您的文件中的文字和数字。
# shanxi-plan plan lint 说明哪里还不明确，shanxi-plan explain <代码> 解释其用语。
plan: ${id}                             # 标识，报告以此指明规划
title: { en: Charging points (an example), zh: 充电桩（示例） }
period: { from: 2026-01-01, to: 2030-12-31 }
sources:                                # 以上内容的出处
  outline: { publisher: 某单位, title: 某规划纲要, published: 2026-03-01 }
indicators:
  charging-points:                      # 标识，数据以此指明指标；也可用名称或别名
    title: { en: Public charging points, zh: 公共充电桩 }
    aliases: [充电桩数]
    unit: { en: point, zh: 个 }
    kind: stock                         # stock 为时点数，flow 为时期数；另有 share、level、growth、event
    whole: true                         # 逐个计数
    monotone: false                     # 只增不减时为 true：旧数据即为当前的下限
    counts: { in-service: same, built: whole } # 数据的口径，相对于目标的含义：same 相同，part 部分，whole 更大，other 不可比
    plausible: { min: 0, max: "1,000,000" } # 超出此范围的数据视为误写
    fresh_for: 12 months                # 数据在多长时间内能说明现状
tasks:
  - id: charging                        # 任务之下是举措或其他任务
    level: strategic
    title: { en: Charging network, zh: 充电网络 }
    named: stated                       # stated 为出处写明，inferred 为自行归纳
    source: [outline]
    measures:
      - id: build-points
        title: { en: Build public charging points, zh: 建设公共充电桩 }
        targets:                        # 没有数字的举措不写目标，覆盖率才真实
          - id: points-2030
            indicator: charging-points
            at_least: 12,000            # 或 at_most、above、below、exactly、about、between、increase、hold_at_least 等
            by: 2030-12-31
            wording: 不少于12,000个      # 原文
            baseline: { value: "4,000", as_of: 2025-12-31, counts: in-service, source: outline }
            commitment: anticipatory    # binding 约束性，anticipatory 预期性，aspirational 力争，unstated 未说明
            certainty: stated           # stated 原文，paraphrased 转述，inferred 推断
            source: [outline]
`,
};
