import type { Command } from 'commander';
import type { Io } from './io.ts';

/** Takes the run of a command, whose exit code is that of the program. */
export type Done = (run: Promise<number>) => Promise<void>;

/** Adds a command to the program, with what it does. */
export type AddCommand = (program: Command, io: Io, done: Done) => Command;
