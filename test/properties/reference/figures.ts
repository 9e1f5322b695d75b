/*
 * Which figures speak, and what each can mean (design §6, the list after "The same part").
 *
 * - known by: a figure without a day of publication may have been known or not; of what may rise and fall, one that is of
 *   the deadline "at the latest" may be of it or not; each set of figures that may speak is judged by itself (`waysTaken`)
 * - one publisher's revisions and authorities take figures away for good (`withoutRevised`, `withoutOutranked`)
 * - slips: a doubtful figure means what it prints, or that by a power of ten; the readings exclude each other (`readingsOf`)
 */
import { dayNumber } from './days.ts';
import type { Facts, Figure } from './documents.ts';
import type { RegionFields } from './fields.ts';
import { contains, type Range, times } from './printed.ts';

export type Figures = readonly Figure[];

const wasPublished = (figure: Figure, { knownBy }: Facts) =>
  knownBy === null || (figure.published ?? '9999') <= knownBy;
const mayBePublished = (figure: Figure, { knownBy }: Facts) => knownBy !== null && figure.published === null;

/** Of what may rise and fall, "at the latest" stands for its day, but the deadline is one day. */
const mayBeOfTheDeadline = ({ isLatest, day }: Figure, { isMonotone, asOf, by }: Facts) =>
  isLatest && !isMonotone && asOf >= by && day === by;

/** Every set of figures that may have been known by the day asked for, and may speak of theirs. */
export function waysTaken(facts: Facts): Figures[] {
  const able = facts.figures.filter(figure => canSpeak(figure, facts));
  const isUnsure = (figure: Figure) => mayBePublished(figure, facts) || mayBeOfTheDeadline(figure, facts);
  const unsure = able.filter(
    figure => isUnsure(figure) && (wasPublished(figure, facts) || mayBePublished(figure, facts)),
  );
  const sure = able.filter(figure => !isUnsure(figure) && wasPublished(figure, facts));
  return subsets(unsure).map(some => able.filter(figure => sure.includes(figure) || some.includes(figure)));
}

const subsets = <T>([first, ...rest]: readonly T[]): T[][] =>
  first === undefined ? [[]] : subsets(rest).flatMap(some => [some, [first, ...some]]);

function canSpeak(figure: Figure, facts: Facts): boolean {
  const { relation, isScoped, status, day, published, region } = figure;
  if (day > facts.asOf || relation === 'other') return false;
  if (status === 'planned' || status === 'proposed') return false;
  // A forecast: a figure of a day after its publication.
  if (published !== null && day > published) return false;
  // A share of a part is no part of the share; a part of more than what is meant says nothing.
  if (isScoped && (!facts.isAdditive || relation === 'whole')) return false;
  return region === facts.tree.id || (facts.isAdditive && regionsIn(facts.tree).includes(region));
}

const regionsIn = (tree: RegionFields): string[] => [tree.id, ...(tree.parts ?? []).flatMap(regionsIn)];

const isFinal = ({ status }: Figure): boolean => status === 'final';

const isOfOneThing = (a: Figure, b: Figure): boolean =>
  a.definition === b.definition && a.region === b.region && a.day === b.day && a.isLatest === b.isLatest;

/**
 * Of one publisher the figure published last counts, a final one before all others. What is published later and
 * contains the earlier one is no revision: both hold.
 */
export const withoutRevised = (figures: Figures): Figures =>
  figures.filter(figure => !figures.some(other => replaces(other, figure)));

function replaces(other: Figure, figure: Figure): boolean {
  if (figure.publisher === null || other.publisher !== figure.publisher || !isOfOneThing(figure, other)) return false;
  if (figure.published === null || other.published === null) return false;
  const isRevision = isFinal(other) === isFinal(figure) ? other.published > figure.published : isFinal(other);
  // The later one is the revision, but for a provisional one after the final.
  const [earlier, later] = other.published < figure.published ? [other, figure] : [figure, other];
  return isRevision && !contains(later.printed, earlier.printed);
}

/**
 * Of figures that exclude each other the one of the higher authority counts, the highest ones first; a provisional one
 * has no authority over a final one.
 */
export function withoutOutranked(
  figures: Figures,
  { authorities }: Facts,
  doExclude: (a: Figure, b: Figure) => boolean,
): Figures {
  const rank = ({ publisher }: Figure) => (publisher === null ? -1 : authorities.indexOf(publisher));
  const outranks = (higher: Figure, figure: Figure) =>
    rank(higher) < rank(figure) && (isFinal(higher) || !isFinal(figure)) && doExclude(higher, figure);
  const kept: Figure[] = [];
  for (const figure of figures.filter(each => rank(each) >= 0).toSorted((a, b) => rank(a) - rank(b)))
    if (!kept.some(higher => outranks(higher, figure))) kept.push(figure);
  return figures.filter(figure => rank(figure) < 0 || kept.includes(figure));
}

/** What a figure can mean: what it prints, and where it is doubted the same by each power of ten by which it is off. */
export const readingsOf = (figure: Figure, figures: Figures, facts: Facts): Range[] => [
  figure.printed,
  ...slipsOf(figure, figures, facts)
    .map(power => times(figure.printed, 10 ** -power))
    .filter(range => isSinceStart(range, figure, facts)),
];

/** No unit of a rising count is put right to what lies below its start (docs/evidence.md, "Slips of the unit"). */
const isSinceStart = ({ high }: Range, { region, day }: Figure, { start, isMonotone, tree }: Facts): boolean =>
  !isMonotone || !start || start.number === null || region !== tree.id || day < start.day || high >= start.range.low;

const POWERS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** How far from a power of ten still counts as about it; the cases here stay clear of this line. */
const ABOUT = Math.log10(1.6);

interface Told {
  readonly at: number;
  readonly number: number;
}

/** The powers of ten by which a figure is off from its neighbours; none where some neighbour agrees. */
function slipsOf(figure: Figure, figures: Figures, facts: Facts): number[] {
  const neighbours = neighboursOf(figure, figures, facts);
  const own = { at: dayNumber(figure.day), number: figure.printed.number };
  const powers = new Set(neighbours.map(neighbour => powerBetween(own, neighbour, facts)));
  if (powers.has(0)) powers.clear();
  if (mayBeFraction(figure, figures, facts)) powers.add(-2);
  return [...powers];
}

/** Whether a figure before its day and one after it make it doubtful. */
export function isBetween(figure: Figure, figures: Figures, facts: Facts): boolean {
  const neighbours = neighboursOf(figure, figures, facts);
  const days = neighbours.map(({ at }) => at);
  const own = dayNumber(figure.day);
  const told = { at: own, number: figure.printed.number };
  if (neighbours.some(neighbour => powerBetween(told, neighbour, facts) === 0)) return false;
  return days.some(day => day < own) && days.some(day => day > own);
}

/** The figures of the days beside it, the start where there is none before it, and for a part what it is a part of. */
function neighboursOf(figure: Figure, figures: Figures, { start, tree }: Facts): Told[] {
  const told = (each: Figure): Told => ({ at: dayNumber(each.day), number: each.printed.number });
  const ofSeries = figures.filter(each => each.definition === figure.definition && each.region === figure.region);
  const days = [...new Set(ofSeries.map(({ day }) => day))];
  const before = days
    .filter(day => day < figure.day)
    .toSorted()
    .at(-1);
  const after = days.filter(day => day > figure.day).toSorted()[0];
  const beside = ofSeries.filter(({ day }) => day === before || day === after).map(told);
  const isMeant = figure.relation === 'same' && figure.region === tree.id;
  const isFirst = isMeant && before === undefined && start !== null && start.day < figure.day;
  const fromStart = isFirst && start.number !== null ? [{ at: dayNumber(start.day), number: start.number }] : [];
  const whole = figures.filter(
    each => each.relation === 'same' && each.region === figure.region && each.day <= figure.day,
  );
  const above = whole
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
    .map(told)
    .slice(0, 1);
  const isPartAbove = figure.relation === 'part' && above.some(({ number }) => number < figure.printed.number);
  return [...beside, ...fromStart, ...(isPartAbove ? above : [])];
}

/** Positive where the first is too high. Growth by ten from a count below 100 is growth; a fall is doubted at any size. */
function powerBetween(own: Told, other: Told, { isCount }: Facts): number {
  if (own.number <= 0 || other.number <= 0) return 0;
  const distance = Math.log10(own.number / other.number);
  const power = POWERS.find(each => Math.abs(Math.abs(distance) - each) <= ABOUT);
  if (power === undefined) return 0;
  const [earlier, later] = own.at < other.at ? [own, other] : [other, own];
  const isGrowth = isCount && power === 1 && later.number > earlier.number && earlier.number < 100;
  return isGrowth ? 0 : Math.sign(distance) * power;
}

/** How far two numbers may be apart without being a slip of each other's unit. */
const FAR = 1 - ABOUT;

/**
 * A share of 1 or less is doubted where its hundredfold is nearer by more than that to the goal and to the numbers beside
 * it that can be trusted: the start, what is above 1, and what is not far from such a number or the goal.
 */
function mayBeFraction(figure: Figure, figures: Figures, facts: Facts): boolean {
  const number = figure.printed.number;
  if (!facts.isShare || number <= 0 || number > 1) return false;
  const ofSeries = figures.filter(each => each.definition === figure.definition && each.region === figure.region);
  const isOfTree = figure.region === facts.tree.id;
  const { start } = facts;
  const isStartTold = isOfTree && figure.relation === 'same' && start !== null && start.number !== null;
  const goals = isOfTree ? facts.readings.flatMap(({ goal }) => (goal.low ?? goal.high)?.number ?? []) : [];
  const told = ofSeries.map(each => ({ at: dayNumber(each.day), number: each.printed.number, isSure: false }));
  if (isStartTold) told.push({ at: dayNumber(start.day), number: start.number ?? 0, isSure: true });
  const own = dayNumber(figure.day);
  const beside = [1, -1].flatMap(way => trustedBeside(told, own, way, goals));
  const logs = [...goals, ...beside].filter(each => each > 0).map(Math.log10);
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const distance = (log: number) => Math.max(0, least - log, log - most);
  const [asPrinted, hundredfold] = [distance(Math.log10(number)), distance(Math.log10(number) + 2)];
  return logs.length > 0 && hundredfold < FAR && asPrinted > FAR + hundredfold;
}

/** The trusted numbers of the last day that has some, on the way to a day from before it (1) or from after it (-1). */
function trustedBeside(
  told: readonly (Told & { readonly isSure: boolean })[],
  own: number,
  way: number,
  goals: readonly number[],
): number[] {
  const days = [...new Set(told.map(({ at }) => at))].filter(at => (own - at) * way > 0);
  const isNear = (a: number, b: number) => a > 0 && b > 0 && Math.abs(Math.log10(a / b)) < FAR;
  return days
    .toSorted((a, b) => (a - b) * way)
    .reduce<number[]>((last, day) => {
      const trusted = told
        .filter(
          ({ at, number, isSure }) =>
            at === day && (isSure || number > 1 || goals.concat(last).some(each => isNear(number, each))),
        )
        .map(({ number }) => number);
      return trusted.length > 0 ? trusted : last;
    }, []);
}
