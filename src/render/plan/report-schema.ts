import { measuresOf } from '../../model/outline.ts';
import type { Indicator, Plan } from '../../model/plan.ts';
import { regionsIn } from '../../model/regions.ts';
import { UNSTATED } from '../../model/relation.ts';
import { outlineEn } from '../words/outline-en.ts';
import { outlineZh } from '../words/outline-zh.ts';

type JsonSchema = Readonly<Record<string, unknown>>;
type Keys = Readonly<Record<string, JsonSchema>>;

/** As much of the schema of a report as this puts something in the place of. */
export interface ReportSchema extends JsonSchema {
  readonly $defs: Keys;
  readonly properties: Keys & {
    readonly metrics: { readonly additionalProperties: { readonly anyOf: readonly [JsonSchema, FigureSchema] } };
    readonly observations: { readonly items: FigureSchema };
  };
}

interface FigureSchema extends JsonSchema {
  readonly properties: Keys;
}

/** A thing of the plan that a report names: by its id, which an editor offers, or as it is called otherwise. */
interface NameInPlan {
  readonly id: string;
  readonly description: string;
  readonly names: readonly string[];
}

/** The schema of reports of one plan: an editor offers its indicators, definitions, measures and regions, and no others. */
export function reportSchemaOf(plan: Plan, base: ReportSchema): JsonSchema {
  const { metrics, observations } = base.properties;
  const [short, long] = metrics.additionalProperties.anyOf;
  const indicators = Object.entries(plan.indicators).map(([id, indicator]) => namedIndicator(id, indicator));
  const listed = narrowed(observations.items.properties, plan);
  return {
    ...base,
    title: `${base['title']}: ${plan.title.en}`,
    properties: {
      ...narrowed(base.properties, plan),
      plan: { ...base.properties['plan'], enum: [plan.id] },
      metrics: {
        ...without(metrics, 'additionalProperties'),
        properties: Object.fromEntries(
          Object.entries(plan.indicators).map(([id, indicator]) => [
            id,
            { description: describedAs(indicator), anyOf: [short, counting(definitionsOf(indicator))] },
          ]),
        ),
        patternProperties: { [patternOf(indicators)]: { anyOf: [short, counting(definitionsIn(plan))] } },
        additionalProperties: false,
      },
      observations: {
        ...observations,
        items: {
          ...observations.items,
          properties: {
            ...listed,
            indicator: oneOf(indicators, listed['indicator']),
            measure: oneOf(
              measuresOf(plan).map(({ measure }) => called(measure.id, measure)),
              listed['measure'],
            ),
          },
        },
      },
    },
    $defs: {
      ...base.$defs,
      figure: { ...long, properties: { ...long.properties, ...regionOf(long.properties, plan) } },
    },
  };
}

/** What a figure names of a plan wherever it stands. */
const narrowed = (keys: Keys, plan: Plan): Keys => ({ ...keys, ...regionOf(keys, plan), ...countsOf(keys, plan) });

function countsOf({ counts }: Keys, plan: Plan): Keys {
  const definitions = definitionsIn(plan);
  return definitions.length === 0 ? {} : { counts: oneOf(definitions, counts) };
}

/** Where a plan lists no region, any may be named. */
function regionOf({ region }: Keys, { regions }: Plan): Keys {
  const listed = regionsIn(regions).map(each => called(each.id, each));
  return listed.length === 0 ? {} : { region: oneOf(listed, region) };
}

/** A figure of one indicator counts what the plan knows of it. */
const counting = (definitions: readonly NameInPlan[]): JsonSchema => {
  const figure = { $ref: '#/$defs/figure' };
  if (definitions.length === 0) return figure;
  return { allOf: [figure, { type: 'object', properties: { counts: oneOf(definitions, {}) } }] };
};

/** Those of all indicators; what one means differs from one to the other. */
const definitionsIn = ({ indicators }: Plan): NameInPlan[] =>
  [...new Set(Object.values(indicators).flatMap(each => definitionsOf(each).map(({ id }) => id)))].map(id => ({
    id,
    description: '',
    names: [],
  }));

const definitionsOf = ({ counts }: Indicator): NameInPlan[] =>
  Object.entries(counts).flatMap(([id, relation]) =>
    id === UNSTATED
      ? []
      : [
          {
            id,
            names: [],
            description: inBothLines(outlineEn.indicators.relation[relation], outlineZh.indicators.relation[relation]),
          },
        ],
  );

const describedAs = ({ title, unitTitle }: Indicator): string =>
  inBothLines(`${title.en} (${unitTitle.en})`, `${title.zh}（${unitTitle.zh}）`);

const namedIndicator = (id: string, indicator: Indicator): NameInPlan => ({
  ...called(id, indicator),
  description: describedAs(indicator),
});

const called = (id: string, { title, aliases }: Pick<Indicator, 'title' | 'aliases'>): NameInPlan => ({
  id,
  description: inBothLines(title.en, title.zh),
  names: [title.en, title.zh, ...aliases],
});

const inBothLines = (en: string, zh: string): string => (en === zh ? en : `${en}\n${zh}`);

/** The ids, each with what it is; beside them other names, which are read but not offered. */
function oneOf(all: readonly NameInPlan[], key: JsonSchema | undefined): JsonSchema {
  const ids = all.map(({ id, description }) => ({ const: id, ...(description !== '' && { description }) }));
  const others = all.some(({ names }) => names.length > 0) ? [{ type: 'string', pattern: patternOf(all) }] : [];
  const { description } = key ?? {};
  return { ...(description !== undefined && { description }), anyOf: [...ids, ...others] };
}

/** Names as they may be written, with a unit in brackets behind them. */
const patternOf = (all: readonly NameInPlan[]): string =>
  `^(?:${[...new Set(all.flatMap(({ names }) => names))].map(escaped).join('|')})(?:\\s*[(（].*[)）])?$`;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const without = (schema: JsonSchema, key: string): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
