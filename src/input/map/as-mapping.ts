import { IGNORE } from '../../model/mapping-signs.ts';
import { meaningOf, OPEN, type Proposal, type Proposed } from '../../model/proposal.ts';

/** A proposal as a mapping that can be tried: what is left open is left out. */
export function asMapping(proposal: Proposal) {
  const { sheet, preset, decimal, header, ends, columns, names, missing, flags, fixed, forecastFrom, definitions } =
    proposal;
  const counts = Object.fromEntries(definitions.flatMap(({ indicator, said }) => (said ? [[indicator, said]] : [])));
  const pairs = (lines: readonly Proposed[], open?: string) =>
    Object.fromEntries(
      lines.flatMap(({ key, value }) => (value !== OPEN ? [[key, value]] : open === undefined ? [] : [[key, open]])),
    );
  const used = Object.entries(names).filter(([, lines]) => lines.length > 0);
  return {
    ...(sheet !== undefined && { sheet }),
    ...(preset && { preset: preset.value }),
    ...(decimal && decimal.value !== OPEN && { decimal: decimal.value }),
    ...(header.length > 0 && { header: header.map(String) }),
    ...(ends && { ends: ends.value }),
    ...(columns.length > 0 && { columns: pairs(columns, IGNORE) }),
    ...(used.length > 0 && {
      names: Object.fromEntries(used.map(([field, lines]) => [field, pairs(lines, field === 'unit' ? '' : IGNORE)])),
    }),
    ...(missing.length > 0 && { missing: [...missing] }),
    ...(flags.length > 0 && {
      flags: Object.fromEntries(flags.map(({ key, value }) => [key, value === OPEN ? IGNORE : meaningOf(value)])),
    }),
    fixed: { ...pairs(fixed), ...(Object.keys(counts).length > 0 && { counts }) },
    ...(forecastFrom && { forecast_from: forecastFrom.value }),
  };
}
