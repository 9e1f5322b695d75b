/** Our own signs in letters that every terminal has; what a plan or a report writes otherwise stays as it is. */
const letters: Readonly<Record<string, string>> = {
  '✔': '+',
  '✓': '+',
  '✗': 'x',
  '✘': 'X',
  '○': 'o',
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '±': '+/-',
  '×': 'x',
  '⊢': '|-',
  '↑': '^',
  '↓': 'v',
  '∈': 'in',
  '⌀': 'mean',
  Σ: 'sum',
  Π: 'prod',
  Δ: 'diff',
  '∀': 'each',
  '–': '-',
  '−': '-',
  '·': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '“': '"',
  '”': '"',
  '─': '-',
  '█': '#',
  '▒': ':',
  '│': '|',
  '¦': '!',
};

const SIGNS = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

export const inAscii = (text: string): string => text.replace(SIGNS, sign => letters[sign] ?? sign);
