import { type Element, elements, readXml } from './xml.ts';
import type { Archive } from './zip.ts';
import { contentOf } from './zip-content.ts';

/** What a part of a workbook names as belonging to it. */
export interface Relationship {
  /** The last word of its type, such as `worksheet`: the rest differs between the editions of the standard. */
  readonly type: string;
  /** The part that is named, from the root of the archive. */
  readonly part: string;
}

export const hasPart = ({ entries }: Archive, part: string): boolean => entries.has(part.toLowerCase());

/** Reads a part by the rules for its root; throws with the name of the part where it cannot be read. */
export async function readPart(
  archive: Archive,
  part: string,
  root: Readonly<Record<string, Element>>,
  isEnough?: () => boolean,
): Promise<void> {
  const entry = archive.entries.get(part.toLowerCase());
  if (!entry) throw new Error(`the part ${part} is missing`);
  try {
    await readXml(contentOf(archive, entry), elements(root), isEnough);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw new Error(message.includes(part) ? message : `${part}: ${message}`, { cause: error });
  }
}

/** The relationships of a part by their names; those of the archive as a whole have no part. */
export async function relationshipsOf(
  archive: Archive,
  part = '',
  { mayBeMissing = false } = {},
): Promise<ReadonlyMap<string, Relationship>> {
  const relationships = new Map<string, Relationship>();
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (mayBeMissing && !hasPart(archive, file)) return relationships;
  const Relationship: Element = {
    open: attributes => {
      const id = attributes.get('Id') ?? '';
      if (relationships.has(id)) throw new Error(`the relation "${id}" stands twice`);
      if (attributes.get('TargetMode')?.trim() === 'External') return;
      const type = attributes.get('Type')?.trim().split('/').at(-1) ?? '';
      relationships.set(id, { type, part: resolved(folder, attributes.get('Target')?.trim() ?? '') });
    },
  };
  await readPart(archive, file, { Relationships: { children: elements({ Relationship }) } });
  return relationships;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The one part of a type; undefined where none is named, or it is not there. */
export function onePart(
  archive: Archive,
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | undefined {
  const parts = [...relationships.values()].filter(
    relation => relation.type === type && hasPart(archive, relation.part),
  );
  if (parts.length > 1) throw new Error(`two parts are its ${type}`);
  return parts[0]?.part;
}
