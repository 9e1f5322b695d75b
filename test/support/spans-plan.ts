/** An invented plan of goals over spans of time, and against another indicator; each holds for every region by itself. */
export const spansPlan = (regions: string): string => `
# Invented for tests.
plan: invented-spans
title: Invented spans
period: { from: 2021-01-01, to: 2025-12-31 }
${regions}indicators:
  wages: { title: Growth of wages, unit: '%', kind: growth, per: month }
  prices: { title: Growth of prices, unit: '%', kind: growth, per: month }
  homes: { title: Homes built, unit: home, kind: flow, per: month }
  waste: { title: Waste, unit: t, kind: level }
  paved: { title: Share of roads that are paved, unit: '%', kind: share }
  water: { title: Clean water, unit: point, kind: level, per: month }
measures:
  - id: all
    title: All
    targets:
      - { id: wages-mean, indicator: wages, above: 1%, over: { from: 2021-01, to: 2025-12, aggregate: mean }, regions: each }
      - id: wages-lead
        indicator: wages
        above: { indicator: prices }
        over: { from: 2021-01, to: 2025-12, aggregate: mean }
        regions: each
      - { id: prices-compound, indicator: prices, at_most: 60%, over: { from: 2021-01, to: 2025-12, aggregate: compound }, regions: each }
      - { id: homes-sum, indicator: homes, at_least: 2000, over: { from: 2021-01, to: 2025-12, aggregate: sum }, regions: each }
      - { id: waste-compound, indicator: waste, at_most: '-10%', over: { from: 2020, to: 2025, aggregate: compound }, regions: each }
      - { id: paved-change, indicator: paved, increase: 5pp, over: { from: 2020, to: 2025, aggregate: change }, regions: each }
      - { id: paved-2023, indicator: paved, at_least: 60%, by: 2023-12-31, regions: each }
      - { id: water-each, indicator: water, hold_at_least: 6.5, over: { from: 2021-01, to: 2025-12, aggregate: each }, regions: each }
`;
