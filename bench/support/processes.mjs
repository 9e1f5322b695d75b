// Peak memory and processor time of a process and of those that it starts, read every few milliseconds where the system
// tells them as files (Linux); elsewhere they are NaN, and the tables say "not known". What happens between the last
// reading and the end is not seen.
import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 20;
/** Clock ticks of /proc: 100 a second on every Linux that Node runs on. */
const MS_PER_TICK = 10;

export function followProcesses(pid) {
  const seen = new Map();
  const look = () => readTree(pid, seen);
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    /** Milliseconds so far. */
    processor: () => sum([...seen.values()].map(({ processor }) => processor)),
    peak: () => sum([...seen.values()].map(({ peak }) => peak)),
    stop() {
      clearInterval(timer);
      const all = [...seen.values()];
      // Each process has its own peak; their sum is never below the peak of the whole.
      return { peak: sum(all.map(({ peak }) => peak)), processor: sum(all.map(({ processor }) => processor)) };
    },
  };
}

const sum = numbers => (numbers.length === 0 ? Number.NaN : numbers.reduce((total, number) => total + number, 0));

function readTree(pid, seen) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const peak = /^VmHWM:\s+(\d+) kB/m.exec(status);
    if (peak) seen.set(pid, { peak: Number(peak[1]) * 1024, processor: processorTime(pid) });
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').trim();
      for (const child of children.split(' ').filter(Boolean)) readTree(Number(child), seen);
    }
  } catch {
    // The process has ended, or the system has no such files.
  }
}

/** User and system time; the name of the program, in brackets before them, may hold blanks. */
function processorTime(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
