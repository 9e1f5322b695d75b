import type { AnalysisObservation } from '../model/analysis.ts';
import type { Observation } from '../model/observation.ts';
import { finiteEnds } from '../values/interval.ts';

/** An observation as an analysis shows it; its place stands once, under `inputs`. */
export function observationRow(id: number, observation: Observation): AnalysisObservation {
  return {
    id,
    indicator: observation.indicator,
    measure: observation.measure,
    region: observation.region,
    value: valueRow(observation),
    asOf: observation.asOf,
    dated: observation.dated,
    published: observation.published,
    counts: observation.counts,
    scope: observation.scope,
    status: observation.status,
    flow: observation.flow && { from: observation.flow.from, to: observation.flow.to },
    says: observation.says,
    against: observation.against,
    note: observation.unusable ?? observation.note,
    publisher: observation.source.publisher,
    url: observation.source.url,
  };
}

function valueRow({ quantity }: Observation): AnalysisObservation['value'] {
  if (!quantity) return null;
  const { nominal, text, assumedTolerance: assumed = null } = quantity;
  return { ...finiteEnds(quantity), nominal, text, assumed };
}
