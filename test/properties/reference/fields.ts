/* Plan and report as they are written, all scalars as text. A plan here has one indicator and one target. */
export interface RegionFields {
  readonly id: string;
  readonly title: string;
  readonly complete?: string;
  readonly parts?: readonly RegionFields[];
}

export interface BaselineFields {
  readonly value: string;
  readonly as_of: string;
  readonly counts?: string;
}

export interface GoalFields {
  readonly at_least?: string;
  readonly above?: string;
  readonly at_most?: string;
  readonly below?: string;
  readonly hold_at_least?: string;
  readonly hold_at_most?: string;
  readonly exactly?: string;
  readonly between?: readonly string[];
  readonly about?: string | { readonly value: string; readonly tolerance?: string; readonly wanted?: string };
  readonly increase?: string;
  readonly decrease?: string;
  readonly path?: readonly { readonly by: string; readonly value: string }[];
}

interface TargetFields extends GoalFields {
  readonly id: string;
  readonly indicator: string;
  readonly by: string;
  readonly compare?: string;
  readonly commitment?: string;
  readonly method?: string;
  readonly baseline?: BaselineFields;
  readonly readings?: Readonly<Record<string, GoalFields>>;
}

export interface PlanFields {
  readonly plan: string;
  readonly title: string;
  readonly compare?: string;
  readonly authorities?: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly region?: string;
  readonly regions?: readonly RegionFields[];
  readonly indicators: Readonly<Record<string, IndicatorFields>>;
  readonly measures: readonly {
    readonly id: string;
    readonly title: string;
    readonly targets: readonly TargetFields[];
  }[];
}

interface IndicatorFields {
  readonly title: string;
  readonly unit: string;
  readonly kind: string;
  readonly monotone?: string;
  readonly additive?: string;
  readonly fresh_for?: string;
  readonly counts?: Readonly<Record<string, string>>;
  readonly plausible?: { readonly min?: string; readonly max?: string };
}

export interface FigureFields {
  readonly indicator: string;
  readonly value: string;
  readonly as_of: string;
  readonly dated?: string;
  readonly published?: string;
  readonly region?: string;
  readonly counts?: string;
  readonly scope?: string | { readonly part: string };
  readonly status?: string;
  readonly source?: { readonly publisher?: string };
  readonly flow?: { readonly from: string; readonly to: string };
  readonly tolerance?: string;
  readonly rounded_to?: string;
  readonly exact?: string;
}

export interface ReportFields {
  readonly plan: string;
  readonly observations: readonly FigureFields[];
}

/** One question: these documents, on this day, as known by that day. */
export interface Case {
  readonly plan: PlanFields;
  readonly report: ReportFields;
  readonly asOf: string;
  readonly knownBy?: string;
}
